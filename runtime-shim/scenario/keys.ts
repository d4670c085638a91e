// The caller's keys. They are heard from the answer on; what nobody reads yet
// waits for the next one who does, so that a caller who knows the way can type
// ahead. A transfer ends that: from then on keys belong to the conversation.

import { alive } from "./leg";
import { session } from "./session";
import { onLeave, turn } from "./state";

/** Takes a key, or leaves it to wait. */
export type KeyReader = (key: string) => boolean;

let reading = false; // tones are handled
let listening = false; // our listener is there
let reader: KeyReader | null = null;
let waiting = ""; // keys that were typed ahead

/** Keys that can wait. Nobody types more on purpose. */
const mostWaiting = 50;

/** Has the platform tell us keys; they are taken out of what the other side hears. */
export function readKeys(): void {
  if (reading || !alive(session.caller)) return;
  reading = true;
  session.caller.call.handleTones(true);
  if (listening) return;
  listening = true;
  session.caller.call.addEventListener(CallEvents.ToneReceived, event => turn(() => press(event.tone)));
}

/** Leaves keys to the conversation that begins and forgets those that wait. */
export function ignoreKeys(): void {
  waiting = "";
  if (!reading) return;
  reading = false;
  if (alive(session.caller)) session.caller.call.handleTones(false);
}

/** Gives all keys to one reader until the state is left, those that wait first. */
export function giveKeys(to: KeyReader): void {
  readKeys();
  reader = to;
  onLeave(() => {
    reader = null;
  });
  offerKeys();
}

/** Offers the keys that wait again, in the order in which they were pressed. */
export function offerKeys(): void {
  const keys = waiting;
  waiting = "";
  for (const key of keys) press(key);
}

function press(key: string): void {
  if (!reading) return;
  const taken = reader !== null && reader(key);
  if (!taken && waiting.length < mostWaiting) waiting += key;
}
