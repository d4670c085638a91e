// Several who are called, in turn or at once, or one of whom more is asked than
// to answer. The first who is let through is joined with the caller.

import { legReports, outcomeOf, ringLimit } from "./connect";
import { detectLimit, type Detector } from "./detect";
import type { Edges, Hook, LegReport, Reach, ReachOutcome, Target } from "./flow";
import { giveKeys, ignoreKeys } from "./keys";
import { addLeg, alive, hangUp, type Leg } from "./leg";
import { line, message } from "./log";
import { dialable } from "./phone";
import { hush, music, speak } from "./playback";
import { session } from "./session";
import { begin, END, go, note, onLeave, settle, state } from "./state";
import { after, cancel } from "./timer";

/** The most telling outcome comes first. */
const telling: ReachOutcome[] = ["declined", "rejected", "busy", "machine", "no_answer", "failed"];

/** One call of the step. */
interface Try {
  target: Target;
  number: string | null; // of a target that has one
  report: LegReport;
  leg: Leg | null;
  detection: Detector | null;
  open: boolean; // it rings, or somebody decides about it
  dialled: number; // ms since 1970
  connected: number; // ms since 1970; 0 before the answer
  timer: number;
}

// The current step.
let spec: Reach;
let tries: Try[] = [];
let waiting: Try[] = []; // not dialled yet
let reached: Try | null = null;
let joined = 0; // ms since 1970; 0 before the join
let outcome: ReachOutcome = "failed"; // the most telling one so far

/** The effect. The hook learns of "answered", with the leg's role, when somebody was reached. */
export function reach(what: Reach, to: Edges, hook?: Hook): void {
  begin(to, hook);
  session.endsBy = "flow";
  ignoreKeys();
  spec = what;
  tries = [];
  waiting = expand(what.to);
  reached = null;
  joined = 0;
  outcome = "failed";
  onLeave(leave);
  const exits = what.exits;
  if (exits !== undefined) giveKeys(key => givesUp(exits, key));
  if (what.callerHears) music(session.caller, what.callerHears);
  advance();
}

/** One try for each who is called. */
function expand(targets: Target[]): Try[] {
  const all: Try[] = [];
  for (let i = 0; i < targets.length; i++) {
    const target = targets[i];
    const list = target.numbers === undefined ? [target.number] : target.numbers.slice(0, target.atMost);
    for (let j = 0; j < list.length; j++) {
      const report: LegReport = { role: target.role, outcome: "dropped", code: null, ringing_ms: 0, talk_ms: 0 };
      all.push({ target, number: dialable(list[j]), report, leg: null, detection: null, open: false, dialled: 0, connected: 0, timer: 0 });
    }
  }
  return all;
}

/** Keys that do not end the waiting are nobody's. */
function givesUp(exits: string, key: string): boolean {
  if (exits.indexOf(key) >= 0 && reached === null) settle(key);
  return true;
}

/** Dials who is next, or all at once; nobody rings and nobody is left: that was it. */
function advance(): void {
  while (waiting.length > 0 && (spec.atOnce === true || !ringing())) place(waiting.shift() as Try);
  if (reached === null && !ringing()) settle(outcome);
}

function ringing(): boolean {
  for (let i = 0; i < tries.length; i++) if (tries[i].open) return true;
  return false;
}

function place(one: Try): void {
  tries.push(one);
  legReports.push(one.report);
  one.dialled = Date.now();
  try {
    const call = dial(one);
    if (call === null) line("note", state + " no number to dial");
    else one.leg = addLeg(call);
  } catch (thrown) {
    line("note", state + " not dialled: " + message(thrown));
  }
  if (one.leg === null) return over(one, "failed");
  one.open = true;
  one.leg.answered = () => answered(one);
  one.leg.ended = code => ended(one, code);
  one.timer = after(one.target.ringFor || ringLimit, noAnswer, one);
}

function dial(one: Try): Call | null {
  const { user, sip } = one.target;
  if (user === undefined && sip === undefined && one.number === null) return null;
  const extra: { displayName?: string; amd?: AMD.AnsweringMachineDetector } = {};
  if (spec.detect !== undefined) {
    one.detection = spec.detect();
    if (one.detection.amd !== null) extra.amd = one.detection.amd;
  }
  if (user === undefined && sip === undefined) return VoxEngine.callPSTN(one.number as string, spec.from, extra);
  if (spec.display !== undefined) extra.displayName = spec.display;
  if (user !== undefined) return VoxEngine.callUser({ username: user, callerid: spec.from, ...extra });
  return VoxEngine.callSIP(sip as string, { callerid: spec.from, ...extra });
}

function noAnswer(one: Try): void {
  lost(one, "no_answer");
}

function answered(one: Try): void {
  cancel(one.timer);
  one.connected = Date.now();
  const detection = one.detection;
  if (detection === null) return screen(one);
  if (detection.verdict !== "") return judged(one, detection.verdict === "answered");
  one.timer = after(detectLimit, unknown, one);
  detection.told = () => judged(one, detection.verdict === "answered");
}

function unknown(one: Try): void {
  judged(one, false);
}

function judged(one: Try, person: boolean): void {
  if (!one.open || one.connected === 0) return;
  cancel(one.timer);
  if (person) screen(one);
  else lost(one, "machine");
}

function screen(one: Try): void {
  if (spec.screen === undefined) return won(one);
  spec.screen(one.leg as Leg, accepts => (accepts ? won(one) : lost(one, "declined")));
}

/** Somebody takes the call: nobody else is needed. */
function won(one: Try): void {
  const leg = one.leg as Leg;
  if (!one.open || !alive(leg)) return; // its end is on its way
  reached = one;
  ignoreKeys();
  for (let i = 0; i < tries.length; i++) if (tries[i].open && tries[i] !== one) over(tries[i], "not_needed");
  waiting = [];
  note("answered", one.target.role);
  if (spec.calleeHears === undefined) join();
  else speak(leg, spec.calleeHears, join);
}

function join(): void {
  const leg = (reached as Try).leg as Leg;
  hush(session.caller);
  if (!alive(session.caller) || !alive(leg)) return; // the event that says so is on its way
  VoxEngine.sendMediaBetween(session.caller.call, leg.call);
  joined = Date.now();
  if (spec.talkFor > 0) after(spec.talkFor, talkedLongEnough);
}

/** Both are hung up: there is nobody to go on with. */
function talkedLongEnough(): void {
  (reached as Try).report.outcome = "talk_limit";
  go("ended", END);
}

function ended(one: Try, code: number | null): void {
  one.report.code = code;
  if (one === reached) {
    session.endsBy = "callee";
    one.report.outcome = "ended";
    return settle("ended");
  }
  if (code !== null) lost(one, outcomeOf(code));
  else lost(one, spec.screen === undefined ? "rejected" : "declined");
}

/** This one will not be joined; the next is tried. */
function lost(one: Try, as: ReachOutcome): void {
  if (!one.open) return;
  over(one, as);
  advance();
}

/** One call is over: what it came to is kept, and nothing of it is heard of again. */
function over(one: Try, as: LegReport["outcome"]): void {
  const now = Date.now();
  const rank = telling.indexOf(as as ReachOutcome);
  if (rank >= 0 && rank < telling.indexOf(outcome)) outcome = as as ReachOutcome;
  one.open = false;
  one.report.outcome = as;
  one.report.ringing_ms = (one.connected || now) - one.dialled;
  cancel(one.timer);
  if (one.detection !== null) one.detection.told = null;
  const leg = one.leg;
  if (leg === null) return;
  leg.answered = leg.ended = null;
  hush(leg);
  hangUp(leg);
}

function leave(): void {
  for (let i = 0; i < tries.length; i++) {
    const one = tries[i];
    if (!one.open) continue;
    let as = one.report.outcome;
    if (as === "dropped" && session.caller.over) as = "caller_left";
    if (one === reached && joined > 0) one.report.talk_ms = Date.now() - joined;
    over(one, as);
  }
}
