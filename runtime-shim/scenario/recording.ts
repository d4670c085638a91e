// The recording of the caller's leg. Its address arrives some time after the
// recording was asked for, and may arrive after the caller has left.

import type { RecordEdges } from "./flow";
import { line, message } from "./log";
import { session } from "./session";
import { after, here, onClosing, settle, turn } from "./state";

/** How long the last states wait for an address. */
const addressLimit = 1000;

let address = "";
let known = () => {}; // called when all is known that will be

/** The recording's address; "" until it is known, or if there is none. */
export function recording(): string {
  return address;
}

/** The effect: recording begins, the flow goes on at once. */
export function record(options: { stereo: boolean }, edges: RecordEdges): void {
  const call = session.caller.call;
  const learn = (event: { url?: string }) => turn(() => {
    address = address || event.url || "";
    session.settle = null;
    known();
  });
  call.addEventListener(CallEvents.RecordStarted, learn);
  call.addEventListener(CallEvents.RecordStopped, learn);
  call.addEventListener(CallEvents.RecordError, event => {
    line("note", "recording failed: " + message(event.error));
    learn({});
  });
  session.settle = wait;
  settle(begin(call, options) || edges.failed === undefined ? "done" : "failed", edges);
}

function begin(call: Call, options: { stereo: boolean }): boolean {
  try {
    call.record(options);
    return true;
  } catch (thrown) {
    line("note", "recording failed: " + message(thrown));
    session.settle = null;
    return false;
  }
}

/** The call is over and the address is not known yet: it comes now, or it is done without. */
function wait(ready: () => void): void {
  known = here(ready);
  after(addressLimit, ready);
  onClosing(ready);
}
