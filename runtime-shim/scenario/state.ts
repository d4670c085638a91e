// The machine under all effects. One state is current, and whatever its effect
// leaves for later is taken back when the state is left: timers are stopped,
// listeners are forgotten, promises look at the epoch. Each entry from the
// platform is one turn(): errors end there, and only there the next state is
// entered, however deep in a callback go() was called.

import type { Edges, EndedBy, Hook } from "./flow";
import { addLeg, hangUp, type Leg } from "./leg";
import { line, message, quietly } from "./log";
import { hush } from "./playback";
import { session } from "./session";
import { cancelAll } from "./timer";

/** The name of no state: where it stands as an edge, the call is over, and after the last states the session. */
export const END = "end";

/** Transitions that are remembered. More would not fit a report. */
const pathLength = 200;

// What belongs to the current state.
export let state = "";
export let epoch = 0; // counts states that were left
let enteredAt = 0;
let edges: Edges = END;
let hook: Hook | undefined;
let leaving: (() => void) | undefined; // what is done when it is left, in whatever way
let cutShort: (() => void) | undefined; // what it does if the platform ends the session

let busy = false; // a turn is under way
let next = ""; // state to be entered when it ends

/** Runs one entry from the platform to its end. Inside another one it is part of that. */
export function turn<A = void, B = void>(work: (a: A, b: B) => void, a?: A, b?: B): void {
  if (busy) return work(a as A, b as B);
  busy = true;
  try {
    if (session.phase !== "over") work(a as A, b as B);
    while (next !== "") advance();
    busy = false;
  } catch (thrown) {
    // What remains to be done when a state failed: the last states, or nothing but the end.
    next = "";
    line("error", state + " " + message(thrown));
    if (session.phase !== "call") close();
    busy = false;
    if (session.phase === "call") turn(leaveBy, "error", "error" as EndedBy);
  }
}

function advance(): void {
  const id = next;
  next = "";
  if (id === END) return session.phase === "call" ? finish(session.endsBy) : close();
  state = id;
  enteredAt = Date.now();
  session.flow.enter(id);
}

/** An effect of the current state begins: where its outcomes lead, and what is noted before. */
export function begin(to: Edges, noting: Hook | undefined): void {
  edges = to;
  hook = noting;
}

/** Has work done when the current state is left, in whatever way. */
export function onLeave(work: () => void): void {
  leaving = work;
}

/** Has work done if the platform ends the session while the current state waits. */
export function onClosing(work: () => void): void {
  cutShort = work;
}

/** Where an outcome of the current effect leads; undefined if nowhere. */
export function edge(outcome: string): string | undefined {
  if (typeof edges !== "string") return edges[outcome];
  return outcome === "done" ? edges : undefined;
}

/** Notes what the flow wants to note about an outcome. */
export function note(outcome: string, keys = ""): void {
  if (hook !== undefined) hook(outcome, keys);
}

/** Leaves by one of the effect's outcomes: its hook, then its edge. */
export function settle(outcome: string): void {
  note(outcome);
  go(outcome, edge(outcome));
}

/** Leaves by "done", or by "failed" if that leads anywhere else. */
export function settleDone(ok: boolean): void {
  settle(ok || edge("failed") === undefined ? "done" : "failed");
}

/** Leaves the current state by an outcome; the next one is entered when the turn ends. */
export function go(outcome: string, to: string | undefined): void {
  if (to === undefined) throw new Error("there is no way on after " + outcome);
  leaveTo(outcome);
  next = to;
}

function leaveTo(outcome: string): void {
  const step = state + " " + outcome;
  line("step", step + " " + (Date.now() - enteredAt) + "ms");
  session.path.push(step);
  if (session.path.length > pathLength) session.path.shift();
  leave();
}

function leave(): void {
  const work = leaving;
  epoch++;
  cancelAll();
  leaving = cutShort = hook = undefined;
  const legs = session.legs;
  for (let i = 0; i < legs.length; i++) {
    legs[i].answered = null;
    if (i > 0) legs[i].ended = null;
  }
  if (work !== undefined) quietly(work);
  for (let i = 0; i < legs.length; i++) if (legs[i].sound !== null) quietly(hush, legs[i]);
}

/** The call arrives: the flow's first state is entered. */
export function arrive(call: Call, number: string | null): void {
  session.phase = "call";
  session.startedAt = Date.now();
  session.caller = addLeg(call);
  session.caller.ended = callerGone;
  session.callerNumber = number;
  next = session.flow.start;
}

/** The session starts by itself: the flow's first state is entered. */
export function beginAlone(): void {
  session.phase = "call";
  session.startedAt = Date.now();
  next = session.flow.start;
}

/** Puts a leg that was dialled into the caller's place, in front of those that nobody answered. */
export function takePlace(leg: Leg): void {
  session.caller = leg;
  session.legs = [leg].concat(session.legs.filter(other => other !== leg));
  leg.ended = callerGone;
}

function callerGone(code: number | null): void {
  if (session.phase === "call" && code === null) leaveBy("caller_left", "caller");
}

/** The current state is left because the call is over. */
function leaveBy(outcome: string, by: EndedBy): void {
  const noting = hook;
  leaveTo(outcome);
  if (noting !== undefined && outcome === "caller_left") noting(outcome, "");
  finish(by);
}

/** The call is over: every leg is hung up, then the last states run. */
function finish(by: EndedBy): void {
  session.phase = "finally";
  session.endedBy = by;
  session.endedAt = Date.now();
  leave();
  for (let i = 0; i < session.legs.length; i++) quietly(hangUp, session.legs[i]);
  if (session.settle !== null && !session.closing) session.settle(enterFinally);
  else enterFinally();
}

function enterFinally(): void {
  leave();
  next = session.flow.finally || END;
}

/** The session is over. Nothing of the flow happens after this. */
export function close(): void {
  if (session.phase === "over") return;
  session.phase = "over";
  leave();
  if (!session.closing) quietly(VoxEngine.terminate);
}

/** The platform ends the session: what is left to do is done now or never. */
export function terminating(event: { systemError?: boolean }): void {
  session.closing = true;
  turn(() => {
    if (session.phase === "call") leaveBy("terminated", event.systemError === true ? "error" : "platform");
    else if (cutShort !== undefined) cutShort();
  });
  if (session.lastWords !== null) quietly(session.lastWords);
}
