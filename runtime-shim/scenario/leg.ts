// A leg is a call of the platform and what is known about its end. Every leg,
// the caller's included, is only used through here once it may be over.

import type { Sound } from "./playback";
import { quietly } from "./log";

export interface Leg {
  call: Call;
  over: boolean; // Disconnected or Failed arrived
  dropped: boolean; // it was hung up here
  sound: Sound | null; // what plays into it
  listening: boolean; // playback.ts listens for its sounds
}

/** Takes charge of a call. Its own listeners come first, so over is true in all later ones. */
export function newLeg(call: Call): Leg {
  const leg: Leg = { call, over: false, dropped: false, sound: null, listening: false };
  const ended = () => { leg.over = true; };
  call.addEventListener(CallEvents.Disconnected, ended);
  call.addEventListener(CallEvents.Failed, ended);
  call.addEventListener(CallEvents.Connected, () => answeredLate(leg));
  return leg;
}

/** Whether the leg can still be spoken into, joined or hung up. */
export function alive(leg: Leg): boolean {
  return !leg.over && !leg.dropped && leg.call.state() !== "TERMINATED";
}

/** Hangs up, once; a call that was never answered is refused. */
export function hangUp(leg: Leg): void {
  quietly(() => {
    if (!alive(leg)) return;
    leg.dropped = true;
    if (leg.call.state() === "ALERTING") leg.call.reject(unavailable);
    else leg.call.hangup();
  });
}

/** SIP code for a call that is refused without a better reason. */
const unavailable = 480;

/** The answer and our hanging up crossed: a callee must not be left in a silent call. */
function answeredLate(leg: Leg): void {
  if (leg.dropped && !leg.over && leg.call.state() !== "TERMINATED") quietly(() => leg.call.hangup());
}
