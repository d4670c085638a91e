// The first call of a flow that nobody calls. Whoever answers takes the caller's
// place: from then on prompts, keys and the rest are theirs.

import { legReports, outcomeOf } from "./connect";
import { detectLimit } from "./detect";
import type { Dial, DialOutcome, Edges, Hook, LegReport } from "./flow";
import { readKeys } from "./keys";
import { addLeg, hangUp, type Leg } from "./leg";
import { line, message } from "./log";
import { dialable } from "./phone";
import { session } from "./session";
import { begin, onLeave, settle, state, takePlace } from "./state";
import { after, cancel } from "./timer";

/** The platform gives up ringing after 60 s; if it has not said so by then, it will not. */
const ringLimit = 65000;

// The current dial.
let spec: Dial;
let person: Leg | null = null;
let report: LegReport;
let dialled = 0; // ms since 1970
let connected = 0; // ms since 1970; 0 before the answer
let ringing = 0; // timer

/** The effect. */
export function dial(what: Dial, to: Edges, hook?: Hook): void {
  begin(to, hook);
  spec = what;
  report = { role: spec.role, outcome: "dropped", code: null, ringing_ms: 0, talk_ms: 0 };
  legReports.push(report);
  dialled = Date.now();
  connected = 0;
  person = place();
  if (person === null) return over("failed");
  person.answered = answered;
  person.ended = ended;
  onLeave(leave);
  ringing = after(spec.ringFor || ringLimit, over, "no_answer" as DialOutcome);
}

/** Places the call; null if there is nobody to call, or the platform refuses. */
function place(): Leg | null {
  const number = dialable(spec.to);
  if (number === null) {
    line("note", state + " no number to dial");
    return null;
  }
  const amd = spec.detect === undefined ? null : spec.detect.amd;
  try {
    return addLeg(amd === null ? VoxEngine.callPSTN(number, spec.from) : VoxEngine.callPSTN(number, spec.from, { amd }));
  } catch (thrown) {
    line("note", state + " not dialled: " + message(thrown));
    return null;
  }
}

function answered(): void {
  cancel(ringing);
  connected = Date.now();
  takePlace(person as Leg);
  readKeys();
  const detect = spec.detect;
  if (detect === undefined) return over("answered");
  if (detect.verdict !== "") return over(detect.verdict);
  detect.told = () => over(detect.verdict as DialOutcome);
  after(detectLimit, over, "unsure" as DialOutcome);
}

/** Nobody answered; once somebody has, the end of their leg is that of the call. */
function ended(code: number | null): void {
  report.code = code;
  over(code === null ? "failed" : outcomeOf(code) as DialOutcome);
}

function over(outcome: DialOutcome): void {
  report.outcome = outcome;
  settle(outcome);
}

function leave(): void {
  if (spec.detect !== undefined) spec.detect.told = null;
  report.ringing_ms = (connected || Date.now()) - dialled;
  if (connected > 0) return talks(connected);
  (person as Leg).ended = null;
  hangUp(person as Leg);
}

/** Whoever answered talks until the call is over, which is long after this state. */
function talks(since: number): void {
  if (report.outcome === "dropped" && session.caller.over) report.outcome = "caller_left";
  Object.defineProperty(report, "talk_ms", { enumerable: true, get: () => (session.endedAt || Date.now()) - since });
}
