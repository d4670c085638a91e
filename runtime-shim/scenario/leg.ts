// A leg is a call of the platform and what is known about its end. Every leg,
// the caller's included, is only used through here once it may be over. All legs
// share their listeners: events say which call they are about.

import type { Sound } from "./playback";
import { quietly } from "./log";
import { session } from "./session";
import { turn } from "./state";

export interface Leg {
  call: Call;
  over: boolean; // Disconnected or Failed arrived
  dropped: boolean; // it was hung up here
  sound: Sound | null; // what plays into it
  listening: boolean; // playback.ts listens for its sounds
  // What the current state wants to know.
  answered: (() => void) | null;
  ended: ((code: number | null) => void) | null; // with the code of a failure
}

/** Takes charge of a call: it is hung up when the caller's is over, if not before. */
export function addLeg(call: Call): Leg {
  const leg: Leg = { call, over: false, dropped: false, sound: null, listening: false, answered: null, ended: null };
  session.legs.push(leg);
  call.addEventListener(CallEvents.Connected, connected);
  call.addEventListener(CallEvents.Disconnected, disconnected);
  call.addEventListener(CallEvents.Failed, failed);
  return leg;
}

/** The leg that an event is about. */
export function legOf(event: { call: Call }): Leg {
  const legs = session.legs;
  let i = legs.length - 1;
  while (i > 0 && legs[i].call !== event.call) i--;
  return legs[i];
}

function connected(event: { call: Call }): void {
  const leg = legOf(event);
  if (!leg.dropped) return leg.answered === null ? undefined : turn(leg.answered);
  // The answer and our hanging up crossed: a callee must not be left in a silent call.
  if (!leg.over && leg.call.state() !== "TERMINATED") quietly(() => leg.call.hangup());
}

function disconnected(event: { call: Call }): void {
  const leg = legOf(event);
  leg.over = true;
  if (leg.ended !== null) turn(leg.ended, null);
}

function failed(event: { call: Call; code: number }): void {
  const leg = legOf(event);
  leg.over = true;
  if (leg.ended !== null) turn(leg.ended, event.code);
}

/** Whether the leg can still be spoken into, joined or hung up. */
export function alive(leg: Leg): boolean {
  return !leg.over && !leg.dropped && leg.call.state() !== "TERMINATED";
}

/** SIP code for a call that is refused without a better reason. */
const unavailable = 480;

/** Hangs up, once; a call that was never answered is refused. */
export function hangUp(leg: Leg): void {
  if (!alive(leg)) return;
  leg.dropped = true;
  if (leg.call.state() === "ALERTING") leg.call.reject(unavailable);
  else leg.call.hangup();
}
