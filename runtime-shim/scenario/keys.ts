// The caller's keys. They are heard from the answer on; what nobody reads yet
// waits for the next one who does, so that a caller who knows the way can type
// ahead. A transfer ends that: from then on keys belong to the conversation.

import { alive } from "./leg";
import { session } from "./session";
import { epoch, turn } from "./state";

/** Takes a key, or leaves it to wait. */
export type KeyReader = (key: string) => boolean;

let reading = false; // tones are handled
let listening = false; // our listener is there
let reader: KeyReader | null = null;
let readerOf = 0; // the epoch that it belongs to
let waiting = ""; // keys that were typed ahead

/** Keys that can wait. Nobody types more on purpose. */
const mostWaiting = 50;

/** Has the platform tell us keys; they are taken out of what the other side hears. */
export function readKeys(): void {
  if (reading || !alive(session.caller)) return;
  reading = true;
  session.caller.call.handleTones(true);
  if (!listening) session.caller.call.addEventListener(CallEvents.ToneReceived, toneReceived);
  listening = true;
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
  readerOf = epoch;
  offerKeys();
}

/** Offers the keys that wait again, in the order in which they were pressed. */
export function offerKeys(): void {
  const keys = waiting;
  waiting = "";
  for (let i = 0; i < keys.length; i++) press(keys[i]);
}

function toneReceived(event: { tone: string }): void {
  turn(press, event.tone);
}

function press(key: string): void {
  if (!reading) return;
  const taken = reader !== null && readerOf === epoch && reader(key);
  if (!taken && waiting.length < mostWaiting) waiting += key;
}
