// The machine under all effects. One state is current, and whatever its effect
// leaves for later (timer, listener, promise) is wrapped by here(), so that it
// cannot wake up once the state was left. Each entry from the platform is one
// turn(): errors end there, and only there the next state is entered, however
// deep in a callback go() was called.

import type { CallerLeft, EndedBy } from "./flow";
import { hangUp, newLeg, type Leg } from "./leg";
import { line, message, quietly } from "./log";
import { session } from "./session";

/** The name of no state: where it stands as an edge, the call is over, and after the last states the session. */
export const END = "end";

/** Transitions that are remembered. More would not fit a report. */
const pathLength = 200;

// What belongs to the current state.
export let state = "";
let enteredAt = 0;
let epoch = 0; // counts states that were left
let timers: number[] = [];
let leaving: (() => void)[] = [];
let callerLeft: CallerLeft | undefined;
let cutShort: (() => void) | undefined; // what the state does if the platform ends the session

let busy = false; // a turn is under way
let next = ""; // state to be entered when it ends

/** Runs one entry from the platform to its end. Inside another one it is part of that. */
export function turn(work: () => void): void {
  if (busy) return work();
  busy = true;
  for (let job: (() => void) | null = work; job !== null; ) {
    try {
      if (session.phase !== "over") job();
      while (next !== "") enter(next);
      job = null;
    } catch (thrown) {
      job = crash(thrown);
    }
  }
  busy = false;
}

function enter(id: string): void {
  next = "";
  if (id === END) return session.phase === "call" ? finish(session.endsBy) : close();
  const run = session.flow.states[id];
  if (run === undefined) throw new Error("there is no state " + id);
  state = id;
  enteredAt = Date.now();
  run();
}

/** What remains to be done when a state failed: the last states, or nothing but the end. */
function crash(thrown: unknown): () => void {
  next = "";
  line("error", state + " " + message(thrown));
  return session.phase === "call" ? () => leaveTo("error", () => finish("error")) : close;
}

/** Makes a callback of the current state: it does nothing once that was left. */
export function here<E = void>(work: (event: E) => void): (event: E) => void {
  const born = epoch;
  return event => {
    if (born === epoch) turn(() => work(event));
  };
}

/** Starts a timer of the current state. While the platform closes the session there are none. */
export function after(ms: number, work: () => void): number {
  if (session.closing) return 0;
  const timer = setTimeout(here(work), ms);
  timers.push(timer);
  return timer;
}

export function cancel(timer: number): void {
  clearTimeout(timer);
  timers = timers.filter(other => other !== timer);
}

/** Has work done when the current state is left, in whatever way. */
export function onLeave(work: () => void): void {
  leaving.push(work);
}

/** Has a hook run if the caller hangs up in the current state. */
export function onCallerLeft(hook: CallerLeft | undefined): void {
  callerLeft = hook;
}

/** Has work done if the platform ends the session while the current state waits. */
export function onClosing(work: () => void): void {
  cutShort = work;
}

/** Leaves the current state by an outcome; the next one is entered when the turn ends. */
export function go(outcome: string, to: string | undefined): void {
  if (to === undefined) throw new Error("there is no way on after " + outcome);
  leaveTo(outcome, () => {
    next = to;
  });
}

/** Leaves by one of an effect's outcomes: its hook, then its edge. */
export function settle<O extends string>(outcome: O, edges: { [outcome in O]?: string }, hooks: { [outcome: string]: () => void } = {}): void {
  const hook = hooks[outcome];
  if (hook !== undefined) hook();
  go(outcome, edges[outcome]);
}

function leaveTo(outcome: string, then: () => void): void {
  const step = state + " " + outcome;
  line("step", step + " " + (Date.now() - enteredAt) + "ms");
  session.path.push(step);
  if (session.path.length > pathLength) session.path.shift();
  leave();
  then();
}

function leave(): void {
  const works = leaving;
  epoch++;
  for (const timer of timers) clearTimeout(timer);
  timers = [];
  leaving = [];
  callerLeft = cutShort = undefined;
  for (const work of works) quietly(work);
}

/** The call arrives: the flow's first state is entered. */
export function begin(call: Call, number: string | null): void {
  session.phase = "call";
  session.startedAt = Date.now();
  session.caller = addLeg(call);
  session.callerNumber = number;
  call.addEventListener(CallEvents.Disconnected, () => turn(callerGone));
  next = session.flow.start;
}

/** Takes charge of a call: it is hung up when the caller's is over, if not before. */
export function addLeg(call: Call): Leg {
  const leg = newLeg(call);
  session.legs.push(leg);
  return leg;
}

function callerGone(): void {
  if (session.phase !== "call") return;
  const hook = callerLeft;
  leaveTo("caller_left", () => {
    if (hook !== undefined) hook();
    finish("caller");
  });
}

/** The call is over: every leg is hung up, then the last states run. */
function finish(by: EndedBy): void {
  session.phase = "finally";
  session.endedBy = by;
  session.endedAt = Date.now();
  leave();
  session.legs.forEach(hangUp);
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
  if (!session.closing) quietly(() => VoxEngine.terminate());
}

/** The platform ends the session: what is left to do is done now or never. */
export function terminating(systemError: boolean): void {
  session.closing = true;
  turn(() => {
    if (session.phase === "call") leaveTo("terminated", () => finish(systemError ? "error" : "platform"));
    else if (cutShort !== undefined) cutShort();
  });
  if (session.lastWords !== null) quietly(session.lastWords);
}
