// What the caller says, or types instead. Recognition tells when somebody speaks
// and what it understood; that nobody does, or does not come to an end, is told
// by our own clock. What was understood is bound and never logged. See
// docs/ir.md, "listen", for the rules.

import type { Spent } from "./again";
import type { Edges, Hook, Words } from "./flow";
import { giveKeys, offerKeys } from "./keys";
import { alive } from "./leg";
import { line, message } from "./log";
import { phraseIn, type Phrases } from "./phrases";
import { hush, speak } from "./playback";
import { session } from "./session";
import { begin, edge, epoch, onLeave, settle, state, turn } from "./state";
import { after, cancel } from "./timer";

/** Speech of the caller, with keys beside it. */
export interface Listen {
  prompt: Words;
  again?: { silent?: Words; wrong?: Words }; // instead of prompt after silence, after a wrong attempt
  recogniser: ASRParameters;
  phrases?: Phrases; // one of them has to be said; anything unless given
  keys?: { [key: string]: string }; // keys that stand for a word of phrases
  digits?: number; // so many digits are an answer too; none unless given
  other?: "ignore" | "wrong"; // any other key is as if it had not been pressed (unless given), or a wrong attempt
  bargeIn: boolean; // speech, or a key, stops what plays; otherwise nobody listens before its end
  confidence: number; // percent; what is less certain is a wrong attempt
  timeout: number; // ms from the end of the prompt to the first word or key, and from digit to digit
  longest: number; // ms from the first word; then what was heard until then counts
  pause?: number; // ms without a word after which what was said is complete; the first result is unless given
  silent: number; // the silence that gives up, >= 1
  wrong: number; // the wrong attempt that gives up, >= 1
  bind: (heard: string) => void; // receives the word, the text or the digits
}

/** A result that takes longer will not come, ms. */
const resultLimit = 5000;

let spec: Listen;
let phase: "start" | "prompt" | "waiting" | "speaking" | "heard" | "typing";
let typed = "";
let said = ""; // results of this attempt
let certain = 0; // percent, of the least certain result
let silent = 0; // attempts that ended in silence
let wrong = 0; // attempts that ended in something wrong
let clock = 0; // timer of what has to come next
let limit = 0; // timer of the speech
let asr: ASR | null = null;
let attached = false; // it hears the caller
let deaf = false; // it failed

/** The effect. */
export function listen(what: Listen, to: Edges, hook?: Hook): void {
  const born = epoch;
  begin(to, hook);
  spec = what;
  phase = "start";
  typed = "";
  silent = wrong = clock = limit = 0;
  deaf = false;
  onLeave(stop);
  // Keys typed ahead may be the answer already; then the prompt is not played.
  giveKeys(take);
  if (born === epoch && phase === "start") ask(spec.prompt);
}

/** What the step has used of its budgets. */
export function listened(): Spent {
  return { silent, wrong };
}

/** Begins an attempt. */
function ask(words: Words): void {
  stopClock();
  typed = said = "";
  certain = 100;
  phase = "prompt";
  if (!spec.bargeIn) detach();
  else if (!attach()) return settle("failed");
  speak(session.caller, words, asked);
}

function asked(): void {
  if (!attach()) return settle("failed");
  phase = "waiting";
  clock = after(spec.timeout, silence);
  offerKeys();
}

/** Has recognition hear the caller; false if there is none. */
function attach(): boolean {
  if (deaf || attached) return !deaf;
  if (!alive(session.caller)) return true; // the event that says so is on its way
  try {
    if (asr === null) asr = recogniser();
    session.caller.call.sendMediaTo(asr);
    attached = true;
  } catch (thrown) {
    broken(message(thrown));
  }
  return !deaf;
}

function recogniser(): ASR {
  const made = VoxEngine.createASR(spec.recogniser);
  made.addEventListener(ASREvents.CaptureStarted, event => turn(speaks, event.asr));
  made.addEventListener(ASREvents.SpeechCaptured, event => turn(spoke, event.asr));
  made.addEventListener(ASREvents.Result, event => turn(result, event));
  made.addEventListener(ASREvents.ASRError, event => turn(failed, event));
  return made;
}

function detach(): void {
  if (attached && asr !== null && alive(session.caller)) session.caller.call.stopMediaTo(asr);
  attached = false;
}

function stop(): void {
  const old = asr;
  if (!deaf) detach();
  asr = null;
  attached = false;
  if (old !== null && !session.closing) old.stop();
}

function stopClock(): void {
  cancel(clock);
  cancel(limit);
  limit = 0;
}

/** The caller begins to speak, or goes on. Digits come before words. */
function speaks(by: ASR): void {
  if (by !== asr || phase === "typing" || phase === "start") return;
  cancel(clock);
  if (phase === "prompt") hush(session.caller);
  phase = "speaking";
  if (limit === 0) limit = after(spec.longest, tooLong);
}

/** The caller is silent again. */
function spoke(by: ASR): void {
  if (by !== asr || phase !== "speaking") return;
  phase = "heard";
  cancel(clock);
  clock = after(resultLimit, noResult);
}

/** The caller does not come to an end: what was said until now counts. */
function tooLong(): void {
  detach();
  if (phase === "heard") return;
  phase = "heard";
  cancel(clock);
  clock = after(resultLimit, noResult);
}

function noResult(): void {
  if (said !== "") return judge();
  broken("no result");
  settle("failed");
}

function result(event: { asr: ASR; text: string; confidence: number }): void {
  if (event.asr !== asr || (phase !== "heard" && phase !== "speaking")) return;
  const { text, confidence } = event;
  // Some providers count to 1, others to 100.
  certain = Math.min(certain, Math.round(confidence > 1 ? confidence : confidence * 100));
  said = (said + " " + text).trim();
  cancel(clock);
  if (spec.pause === undefined || !attached) return judge();
  phase = "heard";
  clock = after(spec.pause, judge);
}

function failed(event: { asr: ASR; error: string }): void {
  if (event.asr !== asr || deaf) return;
  broken(message(event.error));
  if (phase !== "typing") settle("failed");
}

function broken(why: string): void {
  deaf = true;
  line("note", state + " not recognised: " + why);
}

/** Judges what was said. */
function judge(): void {
  if (said === "" || certain < spec.confidence) return mistake();
  const heard = spec.phrases === undefined ? said : phraseIn(said, spec.phrases);
  if (heard === null) mistake();
  else got(heard);
}

function got(heard: string): void {
  spec.bind(heard);
  settle("got");
}

/** Takes one key. Not while a prompt plays that keys do not stop; it is offered again at its end. */
function take(key: string): boolean {
  if (edge(key) !== undefined) {
    settle(key);
    return true;
  }
  if ((phase === "start" || phase === "prompt") && !spec.bargeIn) return false;
  const word = spec.keys === undefined ? undefined : spec.keys[key];
  const digit = spec.digits !== undefined && key >= "0" && key <= "9";
  if (word === undefined && !digit && spec.other !== "wrong") return true;
  stopClock();
  hush(session.caller);
  detach();
  if (word !== undefined) got(word);
  else if (digit) type(key);
  else mistake();
  return true;
}

function type(key: string): void {
  phase = "typing";
  typed += key;
  if (typed.length === spec.digits) got(typed);
  else clock = after(spec.timeout, mistake);
}

function silence(): void {
  const { again = {}, prompt } = spec;
  if (++silent >= spec.silent) settle("gave_up");
  else ask(again.silent || prompt);
}

function mistake(): void {
  const { again = {}, prompt } = spec;
  if (++wrong >= spec.wrong) settle("gave_up");
  else ask(again.wrong || prompt);
}
