// The flow's own JavaScript. It is given copies and a counter, and what it
// returns is read by the types that the flow declares.

import type { Edges, Hook } from "./flow";
import { line, message } from "./log";
import { fit, type Shapes } from "./shape";
import { begin, settleDone, state } from "./state";

/** Turns of all loops of a script together. */
const mostTurns = 10000;

/** The effect. A script that never returns is stopped if it turns in loops; what takes long inside of one call is not. */
export function script(code: (...given: never[]) => unknown, given: unknown[], gives: Shapes, bind: (reply: { [name: string]: unknown }) => void, to: Edges, hook?: Hook): void {
  begin(to, hook);
  let turns = 0;
  const turn = (): void => {
    if (++turns > mostTurns) throw new RangeError("too many turns of its loops");
  };
  let reply: { [name: string]: unknown } | undefined;
  try {
    reply = fit(code(...(given.map(copy).concat(turn) as never[])), gives, true);
  } catch (thrown) {
    line("note", state + " threw " + (thrown instanceof Error ? message(thrown) : "something"));
    return settleDone(false);
  }
  if (reply === undefined) line("note", state + " did not return what it declares");
  else bind(reply);
  settleDone(reply !== undefined);
}

function copy(value: unknown): unknown {
  return typeof value === "object" ? JSON.parse(JSON.stringify(value)) : value;
}
