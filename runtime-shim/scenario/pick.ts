// A menu that offers the items of a list, a key each. The items are known only
// when it is entered. See docs/ir.md, "pick".

import { collect } from "./collect";
import type { Collect, Edges, Hook, Part, Words } from "./flow";
import { begin, settle } from "./state";

/** A menu of items: a collect that takes one of its keys. */
export interface Pick extends Collect {
  items: unknown[];
  line: (item: never, key: string) => string | Part[]; // what is heard about one item
  bind: (item: never) => void; // receives the item that was picked
}

/** The effect. Items for which there is no key are not offered. */
export function pick(what: Pick, to: Edges, hook?: Hook): void {
  const keys = what.keys.slice(0, what.items.length);
  if (keys === "") {
    begin(to, hook);
    return settle("gave_up");
  }
  const head = what.prompt;
  what.keys = keys;
  what.prompt = () => {
    let parts = heard(head);
    for (let i = 0; i < keys.length; i++) parts = parts.concat(what.line(what.items[i] as never, keys[i]));
    return parts;
  };
  what.accept = verdict => verdict("picked");
  collect(what, to, (outcome, key) => {
    if (outcome === "entered") what.bind(what.items[keys.indexOf(key)] as never);
    if (hook !== undefined) hook(outcome, key);
  });
}

function heard(words: Words): Part[] {
  const now = typeof words === "function" ? words() : words;
  return typeof now === "string" ? [now] : now;
}
