// Steps that are entered again from behind their outcomes: `repeat` and
// `restart`. What a step has used of its budgets stays used, so a caller cannot
// go round for ever. See docs/ir.md, "repeat, restart".

import type { Edges, Hook } from "./flow";
import { begin, go, settle, state } from "./state";

/** Attempts that were used. */
export interface Spent {
  silent: number;
  wrong: number;
}

interface Rounds extends Spent {
  repeats: number;
}

const rounds: { [step: string]: Rounds } = {};
let returning = ""; // the step that is entered again

/** The effect of a step that can be entered again: another one, with what is left of its budgets. */
export function again<W extends Spent>(effect: (what: W, to: Edges, hook?: Hook) => void, spent: () => Spent, what: W, to: Edges, hook?: Hook): void {
  if (returning !== state) rounds[state] = { silent: 0, wrong: 0, repeats: 0 };
  returning = "";
  const mine = rounds[state];
  const { silent, wrong } = mine;
  what.silent -= silent;
  what.wrong -= wrong;
  if (what.wrong < 1) {
    begin(to, hook);
    return settle("gave_up");
  }
  effect(what, to, (outcome, keys) => {
    const now = spent();
    mine.silent = silent + now.silent;
    mine.wrong = wrong + now.wrong;
    if (hook !== undefined) hook(outcome, keys);
  });
}

/** Hears a step again. It costs an attempt only from the most-th time on. */
export function repeat(step: string, most: number): void {
  if (++rounds[step].repeats > most) rounds[step].wrong++;
  enter(step);
}

/** Begins a step again, which costs an attempt. */
export function restart(step: string): void {
  rounds[step].wrong++;
  enter(step);
}

function enter(step: string): void {
  returning = step;
  go("done", step);
}
