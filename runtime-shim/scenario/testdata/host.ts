// A small platform: as much of VoxEngine as the effects use, on a clock that
// tests move. It keeps a trace, and it complains about what no session may do.

/** Behaviour that is not documented, and faults. */
export interface Options {
  replaced?: "silent" | "finishes"; // PlaybackFinished of a replaced or stopped playback
  ended?: "throws" | "warns"; // use of a call that is over
  started?: boolean; // PlaybackStarted is sent
  loops?: boolean; // startPlayback knows loop
  lingers?: boolean; // a call that was hung up keeps its state until its last event
  sound?: number; // ms that a sound file takes
}

export interface Request {
  at: number;
  url: string;
  method?: string;
  headers: { [name: string]: string };
  body: string;
}

type Listener = (event: unknown) => void;
interface Task { at: number; seq: number; work: () => void; timer: number }

const epoch = Date.UTC(2026, 0, 1);

class Host {
  now = 0;
  trace: string[] = [];
  violations: string[] = [];
  requests: Request[] = [];
  calls: FakeCall[] = [];
  options: Options = {};
  terminated = 0;
  hidden = false; // keys are not in the platform's log
  ended = false; // Terminating was sent
  storage: (key: string) => { after: number; value?: string | null; fails?: boolean; throws?: boolean } = () => ({ after: 10, value: null });
  stored: { [key: string]: { value: string; ttl: number } } = {};
  http: (request: Request) => { after: number; code: number; text?: string } | null = () => ({ after: 100, code: 200 }); // null: never
  carrier: (leg: FakeCall) => void = () => {}; // what happens to an outgoing call
  recording: (call: FakeCall) => void = call => this.later(200, () => call.emit("Call.RecordStarted", { url: "https://records.example.com/1" }));
  refuses = { answer: false, say: false, dial: false, record: false };
  customData = ""; // what the session was started with
  removal: (key: string) => { after: number; item?: object | null; fails?: boolean; throws?: boolean } = key => {
    const { after, value, fails, throws } = this.storage(key);
    return { after, item: typeof value === "string" ? { key, value, expireAt: 0 } : null, fails, throws };
  };
  detector: Detector | null = null; // the one that was made last
  secret: string | undefined = "0123456789abcdef0123456789abcdef";
  private seq = 0;
  private tasks: Task[] = [];
  private listeners: { [event: string]: Listener[] } = {};

  say(text: string): void {
    this.trace.push(this.now + " " + text);
  }

  wrong(text: string): void {
    this.violations.push(this.now + " " + text);
  }

  later(ms: number, work: () => void, timer = 0): void {
    this.tasks.push({ at: this.now + Math.max(0, ms), seq: ++this.seq, work, timer });
  }

  /** Lets ms pass. */
  run(ms: number): void {
    const end = this.now + ms;
    for (let task = this.first(end); task !== null; task = this.first(end)) {
      this.tasks.splice(this.tasks.indexOf(task), 1);
      this.now = task.at;
      task.work();
    }
    this.now = end;
  }

  private first(end: number): Task | null {
    let best: Task | null = null;
    for (const task of this.tasks) {
      if (task.at <= end && (best === null || task.at < best.at || (task.at === best.at && task.seq < best.seq))) best = task;
    }
    return best;
  }

  timer(ms: number, work: () => void): number {
    if (this.ended) this.wrong("timer in the end phase");
    const id = ++this.seq;
    this.later(ms, work, id);
    if (this.timers() > 20) this.wrong("more than 20 timers");
    return id;
  }

  clear(id: number): void {
    this.tasks = this.tasks.filter(task => task.timer === 0 || task.timer !== id);
  }

  timers(): number {
    return this.tasks.filter(task => task.timer !== 0).length;
  }

  listen(event: string, listener: Listener): void {
    (this.listeners[event] = this.listeners[event] || []).push(listener);
  }

  emit(event: string, payload: unknown): void {
    for (const listener of (this.listeners[event] || []).slice()) listener(payload);
  }

  /** A call comes in: the session starts. */
  ring(from: string): FakeCall {
    this.emit("Application.Started", { sessionId: 4711 });
    const call = new FakeCall("caller", "ALERTING");
    this.calls.push(call);
    this.emit("Application.CallAlerting", { call, callerid: from, destination: "10000000000" });
    this.run(0);
    return call;
  }

  /** A request starts the session; nobody calls. */
  start(): void {
    this.emit("Application.Started", { sessionId: 4711 });
    this.run(0);
  }

  dial(number: string, callerid: string, options: CallOptions = {}): FakeCall {
    if (this.refuses.dial) throw new Error("cannot dial " + number);
    const leg = new FakeCall("leg-" + this.calls.length, "PROGRESSING");
    leg.number = number;
    leg.detector = options.amd === undefined ? null : options.amd;
    if (this.calls.some(other => other.number === number && other.phase === "PROGRESSING" && !other.isGone())) this.wrong("two calls ring at one number");
    this.calls.push(leg);
    this.say("dial " + number + " showing " + callerid + (options.displayName === undefined ? "" : " as " + options.displayName) + (options.amd === undefined ? "" : " detecting"));
    this.later(0, () => this.carrier(leg));
    return leg;
  }

  terminate(): void {
    this.say("terminate");
    if (++this.terminated > 1) this.wrong("terminated twice");
    this.allOver();
    this.later(0, () => this.end(false));
  }

  /** The platform ends the session. */
  end(systemError: boolean): void {
    if (this.ended) return;
    this.ended = true;
    const before = this.requests.length;
    this.emit("Application.Terminating", { systemError });
    if (this.requests.length > before + 1) this.wrong("more than one request in the end phase");
    this.allOver();
  }

  private allOver(): void {
    for (const call of this.calls) if (!call.isGone()) this.wrong(call.name + " is left alone");
  }

  /** What must hold once a session is over. */
  check(): string[] {
    if (!this.ended) this.wrong("the session did not end");
    if (!this.hidden) this.wrong("keys are in the log");
    if (this.timers() > 0) this.wrong(this.timers() + " timers left");
    return this.violations;
  }
}

interface CallOptions {
  displayName?: string;
  amd?: Detector;
}

/** One leg. The methods are the platform's; press, answer, fail and hangsUp are what people and carriers do. */
export class FakeCall {
  number = "";
  detector: Detector | null = null;
  peer: FakeCall | null = null;
  tones = false;
  private gone = false; // hung up, or TERMINATED
  private playing = 0; // id of the playback
  private playbacks = 0;
  private listeners: { [event: string]: Listener[] } = {};

  constructor(readonly name: string, public phase: "ALERTING" | "PROGRESSING" | "CONNECTED" | "TERMINATED") {}

  addEventListener(event: string, listener: Listener): void {
    (this.listeners[event] = this.listeners[event] || []).push(listener);
  }

  emit(event: string, fields: object = {}): void {
    const payload = { call: this, name: event, ...fields };
    for (const listener of (this.listeners[event] || []).slice()) listener(payload);
  }

  isGone(): boolean {
    return this.gone;
  }

  state(): string {
    return this.phase;
  }

  answer(): void {
    this.use("answer");
    if (this.phase !== "ALERTING" || host.refuses.answer) return;
    this.phase = "CONNECTED";
    host.later(0, () => this.emit("Call.Connected"));
  }

  reject(code: number): void {
    this.use("reject " + code);
    if (this.phase !== "ALERTING") host.wrong("reject of a call that was answered");
    this.over("Call.Disconnected", {});
  }

  hangup(): void {
    this.use("hangup");
    if (this.phase === "ALERTING") host.wrong("hangup of a call that was not answered");
    this.over(this.phase === "PROGRESSING" ? "Call.Failed" : "Call.Disconnected", { code: 487 });
  }

  say(text: string, parameters: object): void {
    this.use("say " + (text.length > 60 ? text.length + " characters" : text));
    if (text.length > 1500) host.wrong("a text of " + text.length + " characters");
    if (host.refuses.say) throw new Error("no speech for " + text + JSON.stringify(parameters).slice(0, 0));
    this.play(300 + 60 * text.length, false);
  }

  startPlayback(url: string, parameters: { loop?: boolean } = {}): void {
    this.use("playback " + url);
    const { loops = true, sound = 3000 } = host.options;
    this.play(sound, parameters.loop === true && loops);
  }

  stopPlayback(): void {
    this.use("stop");
    if (this.playing === 0 && host.options.started !== false) host.wrong(this.name + " stop, but nothing plays");
    this.cut();
  }

  private play(ms: number, endless: boolean): void {
    if (this.phase !== "CONNECTED") host.wrong(this.name + " plays into a call that is " + this.phase);
    if (this.peer !== null) host.wrong(this.name + " plays into a conversation");
    if (this.playing !== 0) host.wrong(this.name + " replaces a playback");
    const id = (this.playing = ++this.playbacks);
    if (host.options.started !== false) host.later(0, () => this.playing === id && this.emit("Call.PlaybackStarted", { duration: ms }));
    if (!endless) host.later(ms, () => this.playing === id && this.finish());
  }

  /** The sound comes to an end, with an error if it could not be played. */
  finish(error?: string): void {
    this.playing = 0;
    host.say(this.name + " heard");
    this.emit("Call.PlaybackFinished", error === undefined ? {} : { error });
  }

  /** What plays breaks off, if anything does. */
  breaks(error: string): void {
    if (this.playing !== 0) this.finish(error);
  }

  private cut(): void {
    if (this.playing !== 0 && host.options.replaced === "finishes") host.later(0, () => this.emit("Call.PlaybackFinished"));
    this.playing = 0;
  }

  record(): void {
    this.use("record");
    if (host.refuses.record) throw new Error("no recording");
    host.recording(this);
  }

  handleTones(on: boolean): void {
    this.use("tones " + (on ? "on" : "off"));
    this.tones = on;
  }

  sendMedia(other: FakeCall): void {
    this.use("join " + other.name);
    if (other.gone) host.wrong("join with a call that is over");
    this.cut();
    other.cut();
    this.peer = other;
    other.peer = this;
  }

  private use(what: string): void {
    host.say(this.name + " " + what);
    if (!this.gone) return;
    host.wrong(this.name + " is over: " + what);
    if (host.options.ended !== "warns") throw new Error("the call is over");
  }

  /** The caller presses keys, one after the other at once. */
  press(keys: string): void {
    for (const key of keys) {
      if (this.gone || this.phase !== "CONNECTED" || !this.tones) continue;
      host.say(this.name + " key " + key);
      this.emit("Call.ToneReceived", { tone: key, type: "1" });
    }
  }

  answers(): void {
    if (this.gone || this.phase !== "PROGRESSING") return;
    host.say(this.name + " answers");
    this.phase = "CONNECTED";
    this.emit("Call.Connected", { headers: {} });
  }

  fails(code: number): void {
    if (this.gone || this.phase !== "PROGRESSING") return;
    this.gone = true;
    this.phase = "TERMINATED";
    this.emit("Call.Failed", { code });
  }

  private over(event: string, fields: object): void {
    if (this.peer !== null) this.peer.peer = null;
    this.peer = null;
    this.gone = true;
    this.cut();
    if (!host.options.lingers) this.phase = "TERMINATED";
    host.later(0, () => {
      this.phase = "TERMINATED";
      this.emit(event, fields);
    });
  }

  /** The party hangs up; the script learns of it after some ms. */
  hangsUp(after = 0): void {
    if (this.gone || this.phase === "PROGRESSING") return;
    host.say(this.name + " hangs up");
    if (this.peer !== null) this.peer.peer = null;
    this.peer = null;
    this.gone = true;
    this.phase = "TERMINATED";
    this.cut();
    if (after === 0) this.emit("Call.Disconnected");
    else host.later(after, () => this.emit("Call.Disconnected"));
  }
}

/** What listens for machines; finds is what the platform does. */
export class Detector {
  private listeners: { [event: string]: Listener[] } = {};

  addEventListener(event: string, listener: Listener): void {
    (this.listeners[event] = this.listeners[event] || []).push(listener);
  }

  finds(resultClass: string): void {
    for (const listener of this.listeners.complete || []) listener({ amd: this, resultClass });
  }

  breaks(message: string): void {
    for (const listener of this.listeners.error || []) listener({ amd: this, message });
  }
}

export const host = new Host();

/** Puts the platform's names where scripts find them. */
export function install(config: { [name: string]: unknown } = {}): void {
  const world = globalThis as { [name: string]: unknown };
  Date.now = () => epoch + host.now;
  world.bound = { release: "0".repeat(64), config };
  world.setTimeout = (work: () => void, ms: number) => host.timer(ms, work);
  world.clearTimeout = (id: number) => host.clear(id);
  world.AppEvents = { Started: "Application.Started", CallAlerting: "Application.CallAlerting", Terminating: "Application.Terminating" };
  world.CallEvents = callEvents();
  world.Logger = { hideTones: (flag: boolean) => { host.hidden = flag; }, write: (text: string) => host.say(text) };
  world.Crypto = { hmac_sha256: (key: string, data: string) => "hmac(" + key + "," + data + ")" };
  world.hex2bytes = (text: string) => text;
  world.base64_encode = (text: string) => "base64(" + text + ")";
  world.VoxEngine = engine();
  world.ApplicationStorage = { get: readStorage, put: writeStorage, remove: removeStorage };
  world.AMD = {
    create: ({ model }: { model: string }) => {
      if (model === undefined) throw new Error("no model 47");
      return (host.detector = new Detector());
    },
    Events: { DetectionComplete: "complete", DetectionError: "error" },
    Model: { US: "us" },
    ResultClass: { HUMAN: "HUMAN", VOICEMAIL: "VOICEMAIL", TIMEOUT: "TIMEOUT", CALL_ENDED: "CALL_ENDED" },
  };
  world.Net = { httpRequest };
}

function callEvents(): { [name: string]: string } {
  const out: { [name: string]: string } = {};
  const names = "Connected Disconnected Failed PlaybackFinished PlaybackStarted RecordError RecordStarted RecordStopped ToneReceived";
  for (const name of names.split(" ")) out[name] = "Call." + name;
  return out;
}

function engine(): object {
  return {
    addEventListener: (event: string, listener: Listener) => host.listen(event, listener),
    callPSTN: (number: string, callerid: string, options?: CallOptions) => host.dial(number, callerid, options),
    callUser: (options: CallOptions & { username: string; callerid: string }) => host.dial("user " + options.username, options.callerid, options),
    callSIP: (to: string, options: CallOptions & { callerid: string }) => host.dial(to, options.callerid, options),
    customData: () => host.customData,
    sendMediaBetween: (a: FakeCall, b: FakeCall) => a.sendMedia(b),
    terminate: () => host.terminate(),
    getSecretValue: (name: string) => (name === "results_key" ? host.secret : undefined),
  };
}

/** As much of a promise as is used. */
function readStorage(key: string): { then(ok: (item: object | null) => void, failed: (why: Error) => void): void } {
  const { after, value, fails, throws } = host.storage(key);
  host.say("storage " + key);
  if (throws) throw new Error("no storage");
  return {
    then: (ok, failed) => host.later(after, () => (fails ? failed(new Error("no answer for " + key)) : ok(value === null || value === undefined ? null : { key, value, expireAt: 0 }))),
  };
}

function writeStorage(key: string, value: string, ttl: number): ReturnType<typeof readStorage> {
  const answer = readStorage(key);
  host.stored[key] = { value, ttl };
  return answer;
}

function removeStorage(key: string): { then(ok: (item: object | null) => void, failed: (why: Error) => void): void } {
  delete host.stored[key];
  host.say("remove " + key);
  const { after, item, fails, throws } = host.removal(key);
  if (throws) throw new Error("no storage");
  return { then: (ok, failed) => host.later(after, () => (fails ? failed(new Error("not removed")) : ok(item === undefined ? null : item))) };
}

function httpRequest(url: string, callback: (result: { code: number; text?: string }) => void, options: { method: string; headers: { [name: string]: string }; postData: string; timeout: number }): void {
  const request = { at: host.now, url, method: options.method, headers: options.headers, body: options.postData };
  host.requests.push(request);
  host.say(options.method + " " + url);
  const answer = host.http(request);
  if (answer !== null) host.later(Math.min(answer.after, options.timeout * 1000), () => callback(answer.after > options.timeout * 1000 ? { code: -7 } : { code: answer.code, text: answer.text }));
}
