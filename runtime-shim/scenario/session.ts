// What is known about the call, in one place.

import type { EndedBy, Flow } from "./flow";
import type { Leg } from "./leg";

/** A session of the platform takes one call from outside, so there is one of these. */
export const session = {
  flow: {} as Flow,
  // Of the platform.
  id: "",
  phase: "idle" as "idle" | "call" | "finally" | "over",
  // The platform ends the session: no timers, one HTTP request.
  closing: false,
  // Times are ms since 1970; 0 until it happened.
  startedAt: 0,
  endedAt: 0,
  endedBy: "" as EndedBy | "",
  // Who is said to have ended the call if the flow ends it now.
  endsBy: "flow" as EndedBy,
  // Set before any state is entered.
  caller: null as unknown as Leg,
  // Digits; null when withheld or not a number.
  callerNumber: null as string | null,
  // The caller's first.
  legs: [] as Leg[],
  // The last transitions, "STATE OUTCOME".
  path: [] as string[],
  // What the last states have to wait for.
  settle: null as ((ready: () => void) => void) | null,
  // What is left to do when the platform ends the session.
  lastWords: null as (() => void) | null,
};
