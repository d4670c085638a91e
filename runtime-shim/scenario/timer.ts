// Timers of the current state. They share one callback: the platform calls it
// once for each, and each time the timer runs that is due first. So starting one
// costs no function of its own.

import { session } from "./session";
import { turn } from "./state";

// One place for each timer that runs, in the order in which they were started.
let running = 0;
const ids: number[] = [];
const due: number[] = []; // ms since 1970
const works: ((of: never) => void)[] = [];
const args: unknown[] = [];

/** The platform may be this early, ms; what is due later was not meant. */
const early = 100;

/** Starts a timer of the current state. While the platform closes the session there are none. */
export function after<T = void>(ms: number, work: (of: T) => void, of?: T): number {
  if (session.closing) return 0;
  const id = setTimeout(ring, ms);
  ids[running] = id;
  due[running] = Date.now() + ms;
  works[running] = work;
  args[running] = of;
  running++;
  return id;
}

export function cancel(id: number): void {
  let i = 0;
  while (i < running && ids[i] !== id) i++;
  if (i === running) return;
  clearTimeout(id);
  for (running--; i < running; i++) {
    ids[i] = ids[i + 1];
    due[i] = due[i + 1];
    works[i] = works[i + 1];
    args[i] = args[i + 1];
  }
}

/** Stops all: the state is left. */
export function cancelAll(): void {
  while (running > 0) clearTimeout(ids[--running]);
}

function ring(): void {
  let first = 0;
  for (let i = 1; i < running; i++) if (due[i] < due[first]) first = i;
  if (running === 0 || due[first] > Date.now() + early) return;
  const work = works[first];
  const of = args[first];
  cancel(ids[first]);
  turn(work, of as never);
}
