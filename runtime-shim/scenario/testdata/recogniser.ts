// Speech recognition for tests: it hears nothing by itself, tests say what happens.

import { FakeCall, host } from "./host";

type Listener = (event: unknown) => void;

export class FakeASR {
  private listeners: { [event: string]: Listener[] } = {};
  stopped = false;

  addEventListener(event: string, listener: Listener): void {
    (this.listeners[event] = this.listeners[event] || []).push(listener);
  }

  stop(): void {
    host.say("asr stop");
    if (this.stopped) host.wrong("recognition is stopped twice");
    this.stopped = true;
  }

  private emit(event: string, fields: object): void {
    if (this.stopped) return;
    for (const listener of (this.listeners[event] || []).slice()) listener({ asr: this, ...fields });
  }

  starts(): void {
    this.emit("ASR.CaptureStarted", {});
  }

  ends(): void {
    this.emit("ASR.SpeechCaptured", {});
  }

  result(text: string, confidence = 90): void {
    this.emit("ASR.Result", { text, confidence });
  }

  fails(error: string): void {
    this.emit("ASR.Error", { error });
  }

  /** Somebody says something from now on, for one second. */
  hears(text: string, confidence = 90): void {
    this.starts();
    host.run(1000);
    this.ends();
    host.run(100);
    this.result(text, confidence);
  }
}

export const recogniser = {
  made: [] as FakeASR[],
  refuses: false,
  parameters: {} as { [name: string]: unknown },
};

/** Adds recognition to what install() put there. */
export function installRecogniser(): void {
  const world = globalThis as { [name: string]: unknown };
  world.ASREvents = { ASRError: "ASR.Error", CaptureStarted: "ASR.CaptureStarted", Result: "ASR.Result", SpeechCaptured: "ASR.SpeechCaptured" };
  (world.VoxEngine as { createASR: unknown }).createASR = (parameters: { [name: string]: unknown }) => {
    if (recogniser.refuses) throw new Error("no recogniser for 12345");
    recogniser.parameters = parameters;
    const asr = new FakeASR();
    recogniser.made.push(asr);
    return asr;
  };
  const calls = FakeCall.prototype as unknown as { [name: string]: unknown };
  calls.sendMediaTo = function (this: FakeCall): void {
    host.say("asr on");
    if (this.isGone()) host.wrong("recognition of a call that is over");
  };
  calls.stopMediaTo = function (this: FakeCall): void {
    host.say("asr off");
    if (this.isGone()) host.wrong("recognition of a call that is over");
  };
}
