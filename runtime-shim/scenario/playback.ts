// What a leg hears: parts one after the other, or music in a loop. The platform
// says that a playback finished but not which one. So one plays at a time, it is
// stopped before another starts, and a finish counts only if it can be the
// current one's.

import type { Edges, Hook, Part, Words } from "./flow";
import { alive, legOf, type Leg } from "./leg";
import { line, message } from "./log";
import { session } from "./session";
import { begin, settleDone, state, turn } from "./state";
import { pieces } from "./speech";
import { after, cancel } from "./timer";

/** What a leg hears from one request to the next. */
export interface Sound {
  leg: Leg;
  parts: (Part | { loop: string })[];
  at: number; // parts that have begun
  heard: boolean; // any part was heard
  began: number; // the current part, ms since 1970
  started: boolean; // the platform said so
  watchdog: number; // timer
  done: ((heard: boolean, leg: Leg) => void) | null; // null for music, which has no end
}

/** A finish that comes sooner, without a start, belongs to an older playback. */
const soonest = 100;

/** Music that is over sooner will be so again, ms: the platform does not loop it. */
const shortest = 1000;

/** ms; a playback that was not finished by then never will be. */
const urlLimit = 120000;
const textLimit = 5000;
const characterLimit = 200; // added for each

/** Who speaks, once it is known. */
let speaker: CallSayParameters | null = null;

/** The effect: the caller hears parts to their end. */
export function play(words: Words, to: Edges, hook?: Hook): void {
  begin(to, hook);
  speak(session.caller, words, settleDone);
}

/**
 * Plays parts into a leg, instead of what plays there now. What cannot be
 * played is logged and left out; done learns whether anything was heard or
 * nothing was wanted. Leaving the state ends it.
 */
export function speak(leg: Leg, words: Words, done: Sound["done"]): void {
  const wanted = typeof words === "function" ? words() : words;
  let parts: Part[] = [];
  if (typeof wanted === "string") parts = pieces(wanted);
  else for (let i = 0; i < wanted.length; i++) parts = parts.concat(typeof wanted[i] === "string" ? pieces(wanted[i] as string) : wanted[i]);
  if (leg === session.caller) session.endsBy = "flow";
  hear(leg, parts, done);
}

/** Music that does not end by itself, instead of what plays there now. */
export function music(leg: Leg, url: string): void {
  hear(leg, [{ loop: url }], null);
}

function hear(leg: Leg, parts: Sound["parts"], done: Sound["done"]): void {
  hush(leg);
  if (!leg.listening) {
    leg.listening = true;
    leg.call.addEventListener(CallEvents.PlaybackStarted, playbackStarted);
    leg.call.addEventListener(CallEvents.PlaybackFinished, playbackFinished);
  }
  next({ leg, parts, at: 0, heard: parts.length === 0, began: 0, started: false, watchdog: 0, done });
}

/** Begins the next part, or is done. A timer ends what the platform does not end. */
function next(sound: Sound): void {
  const leg = sound.leg;
  if (sound.at === sound.parts.length) return sound.done === null ? undefined : sound.done(sound.heard, leg);
  const part = sound.parts[sound.at++];
  sound.began = Date.now();
  sound.started = false;
  leg.sound = sound;
  if (typeof part === "string") sound.watchdog = after(textLimit + characterLimit * part.length, overdue, sound);
  else if ("url" in part) sound.watchdog = after(urlLimit, overdue, sound);
  else if ("silence" in part) return void (sound.watchdog = after(part.silence, overdue, sound));
  try {
    if (!alive(leg)) throw new Error("the leg is over");
    if (typeof part === "string") leg.call.say(part, voice());
    else if ("url" in part) leg.call.startPlayback(part.url);
    else leg.call.startPlayback(part.loop, { loop: true });
  } catch (thrown) {
    finished(sound, message(thrown));
  }
}

function voice(): CallSayParameters {
  if (speaker === null) speaker = session.flow.voice === undefined ? {} : { voice: session.flow.voice() };
  return speaker;
}

/** Who speaks is asked anew: the language of the call is another. */
export function changeVoice(): void {
  speaker = null;
}

/** Stops what a leg hears. Its end is told to nobody. */
export function hush(leg: Leg): void {
  const sound = leg.sound;
  if (sound === null) return;
  leg.sound = null;
  cancel(sound.watchdog);
  if (audible(sound) && alive(leg)) leg.call.stopPlayback();
}

function audible(sound: Sound): boolean {
  const part = sound.parts[sound.at - 1];
  return typeof part === "string" || !("silence" in part);
}

/** The timer of a part ran out: a pause is over, or the platform has forgotten a sound. */
function overdue(sound: Sound): void {
  const error = audible(sound) ? "no end after " + (Date.now() - sound.began) + " ms" : "";
  hush(sound.leg);
  finished(sound, error);
}

function finished(sound: Sound, error: string): void {
  sound.leg.sound = null;
  cancel(sound.watchdog);
  if (sound.done !== null) {
    if (error === "") sound.heard = true;
    else line("note", state + " not heard: " + error);
  } else if (error === "" && Date.now() - sound.began >= shortest) sound.at = 0;
  else return line("note", state + " music ended: " + error);
  next(sound);
}

function playbackStarted(event: { call: Call }): void {
  const sound = legOf(event).sound;
  if (sound !== null) sound.started = true;
}

function playbackFinished(event: { call: Call; error?: string }): void {
  const leg = legOf(event);
  const sound = leg.sound;
  // The end of a leg may cut its sound with a finish of its own: that is not the
  // sound's end but the leg's, of which the platform tells next.
  if (sound === null || !alive(leg) || !audible(sound)) return;
  if (!sound.started && !event.error && Date.now() - sound.began < soonest) return;
  turn(finished, sound, event.error ? message(event.error) : "");
}
