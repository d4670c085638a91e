// Writing and deleting an entry of the application's storage, in the form that
// lookup reads: v (version), the fields, x (expiry, s since 1970).

import type { Edges, Hook } from "./flow";
import { line } from "./log";
import { session } from "./session";
import { begin, epoch, onClosing, settleDone, state, turn } from "./state";
import { after, cancel } from "./timer";

/** An answer that takes longer will not be waited for. */
const storageLimit = 5000;

// Characters that the platform takes.
const mostKey = 200;
const mostValue = 2000;

/** The version of values that is written. */
const valueVersion = 1;

let asked = 0; // whose answer is awaited
let open = false;
let openedIn = 0; // epoch
let limit = 0; // timer

/** The effect: an entry lives for keep s. */
export function store(spec: { key: string; value: { [field: string]: unknown }; keep: number }, to: Edges, hook?: Hook): void {
  const { key, keep } = spec;
  const now = Date.now();
  const value = JSON.stringify({ v: valueVersion, ...spec.value, x: (now - now % 1000) / 1000 + keep });
  begin(to, hook);
  if (value.length > mostValue) return refused("the entry is too long");
  change(key, () => ApplicationStorage.put(key, value, keep));
}

/** The effect: there is no entry under the key any more. */
export function forget(key: string, to: Edges, hook?: Hook): void {
  begin(to, hook);
  change(key, () => ApplicationStorage.remove(key));
}

function change(key: string, work: () => Promise<StorageKey>): void {
  if (key.length > mostKey) return refused("the key is too long");
  if (session.closing) return settleDone(false);
  const mine = ++asked;
  open = true;
  openedIn = epoch;
  limit = after(storageLimit, decide, false);
  onClosing(() => decide(false));
  try {
    work().then(
      () => { if (mine === asked) turn(decide, true); },
      () => { if (mine === asked) turn(decide, false); },
    );
  } catch (_) {
    decide(false);
  }
}

function decide(taken: boolean): void {
  if (!open || openedIn !== epoch) return;
  open = false;
  cancel(limit);
  settleDone(taken);
}

function refused(why: string): void {
  line("note", state + " " + why);
  settleDone(false);
}
