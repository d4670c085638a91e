// A second call, joined with the caller's: dial, music for the caller, a word to
// the called side, the join, the talk.

import type { Connect, ConnectOutcome, Edges, Hook, LegReport } from "./flow";
import { ignoreKeys } from "./keys";
import { addLeg, alive, hangUp, type Leg } from "./leg";
import { line, message } from "./log";
import { dialable } from "./phone";
import { hush, music, speak } from "./playback";
import { session } from "./session";
import { begin, END, go, note, onLeave, settle, state } from "./state";
import { after, cancel } from "./timer";

/** The platform gives up ringing after 60 s; if it has not said so by then, it will not. */
export const ringLimit = 65000;

/** All calls that were tried, for the report. */
export const legReports: LegReport[] = [];

// The current connection.
let spec: Connect;
let callee: Leg;
let report: LegReport;
let dialled = 0; // ms since 1970
let connected = 0; // ms since 1970; 0 before the answer
let joined = 0; // ms since 1970; 0 before the join
let ringing = 0; // timer

/** The effect. The hook learns of "answered" when the called side answers. */
export function connect(what: Connect, to: Edges, hook?: Hook): void {
  begin(to, hook);
  session.endsBy = "flow";
  ignoreKeys();
  spec = what;
  report = { role: spec.role, outcome: "dropped", code: null, ringing_ms: 0, talk_ms: 0 };
  legReports.push(report);
  dialled = Date.now();
  connected = joined = 0;
  const leg = dial();
  if (leg === null) return over("failed");
  callee = leg;
  callee.answered = answered;
  callee.ended = ended;
  onLeave(leave);
  if (spec.callerHears) music(session.caller, spec.callerHears);
  ringing = after(spec.ringFor || ringLimit, over, "no_answer");
}

/** Places the call; null if there is nobody to call, or the platform refuses. */
function dial(): Leg | null {
  const number = dialable(spec.to);
  if (number === null) {
    line("note", state + " no number to dial");
    return null;
  }
  try {
    return addLeg(VoxEngine.callPSTN(number, spec.from));
  } catch (thrown) {
    line("note", state + " not dialled: " + message(thrown));
    return null;
  }
}

function answered(): void {
  cancel(ringing);
  connected = Date.now();
  note("answered");
  if (spec.calleeHears === undefined) join();
  else speak(callee, spec.calleeHears, join);
}

function join(): void {
  hush(session.caller);
  if (!alive(session.caller) || !alive(callee)) return; // the event that says so is on its way
  VoxEngine.sendMediaBetween(session.caller.call, callee.call);
  joined = Date.now();
  if (spec.talkFor > 0) after(spec.talkFor, talkedLongEnough);
}

function ended(code: number | null): void {
  report.code = code;
  if (code === null) session.endsBy = "callee";
  over(code === null ? "ended" : outcomeOf(code));
}

/** Both are hung up: there is nobody to go on with. */
function talkedLongEnough(): void {
  report.outcome = "talk_limit";
  go("ended", END);
}

function over(outcome: ConnectOutcome): void {
  report.outcome = outcome;
  settle(outcome);
}

function leave(): void {
  const now = Date.now();
  if (report.outcome === "dropped" && session.caller.over) report.outcome = "caller_left";
  report.ringing_ms = (connected || now) - dialled;
  report.talk_ms = joined > 0 ? now - joined : 0;
  hangUp(callee);
}

/** What a failure's code (SIP, CallEvents.Failed) means for the flow. */
export function outcomeOf(code: number): ConnectOutcome {
  switch (code) {
    case 486:
      return "busy";
    case 408: // no answer within 60 s
    case 480: // not available
    case 487: // ended while ringing
      return "no_answer";
    case 603:
      return "rejected";
    default:
      return "failed";
  }
}
