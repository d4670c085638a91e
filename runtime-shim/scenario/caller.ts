// The caller's leg: taking the call, refusing it, ending it, and what the flow
// may know about who calls.

import type { Edges, Hook } from "./flow";
import { readKeys } from "./keys";
import { quietly } from "./log";
import { session } from "./session";
import { begin, END, go, settle } from "./state";
import { after } from "./timer";

/** The platform ends a call that is not answered after so many ms. */
const answerLimit = 60000;

/** Facts about the caller. */
export interface Caller {
  number: string | null; // digits; null when withheld or not a number
}

export function caller(): Caller {
  return { number: session.callerNumber };
}

/** The effect: takes the call; keys are heard from then on. */
export function answer(to: Edges, hook?: Hook): void {
  const { call } = session.caller;
  begin(to, hook);
  if (call.state() === "CONNECTED") return settle("done");
  after(answerLimit, notConnected);
  session.caller.answered = answered;
  call.answer();
}

function answered(): void {
  readKeys();
  settle("done");
}

function notConnected(): void {
  throw new Error("answered, but not connected after " + answerLimit + " ms");
}

/** Refuses the call with a SIP code (3xx to 6xx). The call is over. */
export function reject(code: number): void {
  go("done", END);
  session.caller.dropped = true;
  quietly(() => session.caller.call.reject(code));
}

/** Ends the call. */
export function hangup(): void {
  go("done", END);
}
