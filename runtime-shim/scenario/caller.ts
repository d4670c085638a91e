// The caller's leg: taking the call, refusing it, ending it, and what the flow
// may know about who calls.

import type { AnswerEdges, CallerLeft } from "./flow";
import { readKeys } from "./keys";
import { quietly } from "./log";
import { session } from "./session";
import { after, END, go, here, onCallerLeft } from "./state";

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
export function answer(edges: AnswerEdges, left?: CallerLeft): void {
  const call = session.caller.call;
  onCallerLeft(left);
  if (call.state() === "CONNECTED") return go("done", edges.done);
  after(answerLimit, () => {
    throw new Error("answered, but not connected after " + answerLimit + " ms");
  });
  call.addEventListener(CallEvents.Connected, here(() => {
    readKeys();
    go("done", edges.done);
  }));
  call.answer();
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
