// What a leg hears: parts one after the other, or music in a loop. The platform
// says that a playback finished but not which one. So one plays at a time, it is
// stopped before another starts, and a finish counts only if it can be the
// current one's.

import type { CallerLeft, Part, PlayEdges } from "./flow";
import { alive, type Leg } from "./leg";
import { line, message } from "./log";
import { session } from "./session";
import { after, cancel, here, onCallerLeft, onLeave, settle, state } from "./state";
import { pieces } from "./speech";

/** One playback. */
export interface Sound {
  audible: boolean; // false for a pause
  began: number; // ms since 1970
  started: boolean; // the platform said so
  watchdog: number; // timer
  ended: (error: string) => void; // "" when it was heard
}

/** A finish that comes sooner, without a start, belongs to an older playback. */
const soonest = 100;

/** A playback that was not finished by then never will be. */
const urlLimit = 120000;
const textLimit = (text: string) => 5000 + 200 * text.length;

/** The effect: the caller hears parts to their end. */
export function play(parts: Part[], edges: PlayEdges, left?: CallerLeft): void {
  onCallerLeft(left);
  speak(session.caller, parts, heard => {
    settle(heard || edges.failed === undefined ? "done" : "failed", edges);
  });
}

/**
 * Plays parts into a leg, instead of what plays there now. What cannot be
 * played is logged and left out; done learns whether anything was heard or
 * nothing was wanted. Leaving the state ends it.
 */
export function speak(leg: Leg, parts: Part[], done: (heard: boolean) => void): void {
  const queue = playable(parts);
  let heard = queue.length === 0;
  if (leg === session.caller) session.endsBy = "flow";
  hush(leg);
  onLeave(() => hush(leg));
  const advance = () => {
    const part = queue.shift();
    if (part === undefined) return done(heard);
    start(leg, part, error => {
      if (error === "") heard = true;
      else line("note", state + " not heard: " + error);
      advance();
    });
  };
  advance();
}

function playable(parts: Part[]): Part[] {
  const out: Part[] = [];
  for (const part of parts) {
    if ("say" in part) for (const text of pieces(part.say)) out.push({ say: text });
    else out.push(part);
  }
  return out;
}

function start(leg: Leg, part: Part, ended: (error: string) => void): void {
  if ("silence" in part) return sound(leg, null, part.silence, ended);
  if ("url" in part) return sound(leg, () => leg.call.startPlayback(part.url), urlLimit, ended);
  sound(leg, () => leg.call.say(part.say, voice()), textLimit(part.say), ended);
}

function voice(): CallSayParameters {
  return session.flow.voice === undefined ? {} : { voice: session.flow.voice() };
}

/** Music that does not end by itself, instead of what plays there now. */
export function music(leg: Leg, url: string): void {
  hush(leg);
  onLeave(() => hush(leg));
  const began = Date.now();
  sound(leg, () => leg.call.startPlayback(url, { loop: true }), 0, error => {
    // A platform that does not loop; what ends at once will do so again.
    if (error === "" && Date.now() - began >= 1000) music(leg, url);
    else line("note", state + " music ended: " + error);
  });
}

/** Stops what a leg hears. Its end is told to nobody. */
export function hush(leg: Leg): void {
  const current = leg.sound;
  if (current === null) return;
  leg.sound = null;
  cancel(current.watchdog);
  if (current.audible && alive(leg)) leg.call.stopPlayback();
}

/** Starts one playback (null: a pause) that ends after limit ms at the latest (0: at any time). */
function sound(leg: Leg, begin: (() => void) | null, limit: number, ended: (error: string) => void): void {
  const current: Sound = { audible: begin !== null, began: Date.now(), started: false, watchdog: 0, ended: here(ended) };
  listen(leg);
  if (limit > 0) {
    current.watchdog = after(limit, () => {
      hush(leg);
      ended(begin === null ? "" : "no end after " + limit + " ms");
    });
  }
  leg.sound = current;
  if (begin !== null) attempt(leg, current, begin);
}

function attempt(leg: Leg, current: Sound, begin: () => void): void {
  try {
    if (!alive(leg)) throw new Error("the leg is over");
    begin();
  } catch (thrown) {
    finished(leg, current, message(thrown));
  }
}

function finished(leg: Leg, current: Sound, error: string): void {
  leg.sound = null;
  cancel(current.watchdog);
  current.ended(error);
}

function listen(leg: Leg): void {
  if (leg.listening) return;
  leg.listening = true;
  leg.call.addEventListener(CallEvents.PlaybackStarted, () => {
    if (leg.sound !== null) leg.sound.started = true;
  });
  leg.call.addEventListener(CallEvents.PlaybackFinished, event => {
    // The end of a leg may cut its sound with a finish of its own: that is not
    // the sound's end but the leg's, of which the platform tells next.
    if (leg.sound !== null && alive(leg) && isOf(leg.sound, event.error)) finished(leg, leg.sound, event.error ? message(event.error) : "");
  });
}

/** Whether a finish can be this playback's. */
function isOf(current: Sound, error: string | undefined): boolean {
  return current.audible && (current.started || Boolean(error) || Date.now() - current.began >= soonest);
}
