// The recording of the caller's leg. Its address arrives some time after the
// recording was asked for, and may arrive after the caller has left.

import type { Edges, Hook } from "./flow";
import { line, message } from "./log";
import { session } from "./session";
import { begin, epoch, onClosing, settleDone, turn } from "./state";
import { after } from "./timer";

/** How long the last states wait for an address. */
const addressLimit = 1000;

let address = "";
let waiting: (() => void) | null = null; // called when all is known that will be
let waitingIn = 0; // epoch

/** The recording's address; "" until it is known, or if there is none. */
export function recording(): string {
  return address;
}

/** The effect: recording begins, the flow goes on at once. */
export function record(options: { stereo: boolean }, to: Edges, hook?: Hook): void {
  const call = session.caller.call;
  begin(to, hook);
  call.addEventListener(CallEvents.RecordStarted, recorded);
  call.addEventListener(CallEvents.RecordStopped, recorded);
  call.addEventListener(CallEvents.RecordError, recorded);
  try {
    call.record(options);
    session.settle = wait;
  } catch (thrown) {
    line("note", "recording failed: " + message(thrown));
    return settleDone(false);
  }
  settleDone(true);
}

function recorded(event: { url?: string; error?: string }): void {
  if (event.error !== undefined) line("note", "recording failed: " + message(event.error));
  address = address || event.url || "";
  session.settle = null;
  if (waiting !== null && waitingIn === epoch) turn(waiting);
}

/** The call is over and the address is not known yet: it comes now, or it is done without. */
function wait(ready: () => void): void {
  waiting = ready;
  waitingIn = epoch;
  after(addressLimit, ready);
  onClosing(ready);
}
