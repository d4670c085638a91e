// Keys typed by the caller, on our own clock. The clock runs from the end of a
// prompt to the first key, then from key to key; a prompt that is cut by a key
// ended there. See docs/ir.md, "collect", for the rules.

import type { Spent } from "./again";
import type { Collect, Edges, Hook, Words } from "./flow";
import { giveKeys, offerKeys } from "./keys";
import { hush, speak } from "./playback";
import { session } from "./session";
import { begin, edge, epoch, go, note, settle } from "./state";
import { after, cancel } from "./timer";

// Of the call, not of one collect.
let counted = false; // a key was counted
let hinted = false; // the hint was played

// Of the current collect.
let spec: Collect;
let phase: "start" | "prompt" | "waiting" | "judging";
let typed = "";
let silent = 0; // attempts that ended in silence
let wrong = 0; // attempts that ended in something wrong
let clock = 0; // timer of the next key
let total = 0; // timer of the attempt
let hint = 0; // timer

/** The effect. Hooks run for every outcome, also for one of accept that is only a wrong attempt. */
export function collect(what: Collect, to: Edges, hook?: Hook): void {
  const born = epoch;
  begin(to, hook);
  spec = what;
  phase = "start";
  typed = "";
  silent = wrong = clock = total = hint = 0;
  // Keys typed ahead may be the answer already; then the prompt is not played.
  giveKeys(take);
  if (born === epoch && phase === "start") ask(spec.prompt);
}

/** What the step has used of its budgets. */
export function collected(): Spent {
  return { silent, wrong };
}

/** Begins an attempt. */
function ask(words: Words): void {
  stopClock();
  typed = "";
  phase = "prompt";
  speak(session.caller, words, asked);
}

function asked(): void {
  wait();
  offerKeys();
}

function wait(): void {
  phase = "waiting";
  startClock();
  if (spec.total) total = after(spec.total, timeUp);
  if (spec.hint !== undefined && !hinted && !counted) hint = after(spec.hint.after, giveHint, spec.hint.play);
}

function giveHint(words: Words): void {
  hinted = true;
  speak(session.caller, words, offerKeys);
}

/** Restarts the clock for the next key. */
function startClock(): void {
  cancel(clock);
  clock = after(typed === "" ? spec.firstDigit : spec.betweenDigits, timeUp);
}

function stopClock(): void {
  cancel(clock);
  cancel(total);
  cancel(hint);
}

/** Takes one key. Not while a prompt plays that keys do not stop; it is offered again at its end. */
function take(key: string): boolean {
  if (edge(key) !== undefined) {
    counted = true;
    settle(key);
    return true;
  }
  if (phase === "judging") return true;
  if (phase !== "waiting" && !spec.bargeIn) return false;
  const digit = spec.max > 0 && spec.keys.indexOf(key) >= 0;
  const end = spec.ends !== undefined && spec.ends.indexOf(key) >= 0;
  if (!digit && !end && spec.other !== "wrong") return true;
  // A key that counts ends the prompt and the hint, and there will be no hint any more.
  counted = true;
  cancel(hint);
  if (spec.bargeIn) hush(session.caller);
  if (phase !== "waiting") wait();
  if (digit) {
    typed += key;
    if (typed.length >= spec.max) judge();
    else startClock();
  } else if (end) complete();
  else mistake();
  return true;
}

/** No further key is coming in time. */
function timeUp(): void {
  if (typed !== "") return complete();
  const { again = {}, prompt } = spec;
  if (++silent >= spec.silent) settle("gave_up");
  else ask(again.silent || prompt);
}

/** The caller says, or shows, that this is all. */
function complete(): void {
  const enough = typed.length >= spec.min || (typed !== "" && spec.partial === "accept");
  if (enough) judge();
  else mistake();
}

function mistake(): void {
  const { again = {}, prompt } = spec;
  if (++wrong >= spec.wrong) settle("gave_up");
  else ask(again.wrong || prompt);
}

function judge(): void {
  stopClock();
  phase = "judging";
  note("entered", typed);
  if (spec.accept === undefined) settle("got");
  else spec.accept(verdict);
}

function verdict(outcome: string): void {
  const word = outcome === "expired" && edge(outcome) === undefined ? "missing" : outcome;
  note(outcome);
  if (edge(word) !== undefined) return go(word, edge(word));
  if (word === "found") settle("got");
  else mistake();
}
