// "Press 1 to accept": who answered is asked whether it takes the call.

import type { Words } from "./flow";
import { alive, type Leg } from "./leg";
import { hush, speak } from "./playback";
import { epoch, turn } from "./state";
import { after, cancel } from "./timer";

/** Asks a leg, and decides once: an accepting key at any time, or the time after the question is up. */
export function screening(what: { ask: Words; keys: string; timeout: number }): (leg: Leg, decide: (accepts: boolean) => void) => void {
  return (leg, decide) => {
    const mine = epoch;
    let timer = 0;
    let decided = false;
    const settle = (accepts: boolean): void => {
      if (decided || epoch !== mine || !alive(leg)) return;
      decided = true;
      cancel(timer);
      hush(leg);
      leg.call.handleTones(false);
      decide(accepts);
    };
    leg.call.handleTones(true);
    leg.call.addEventListener(CallEvents.ToneReceived, event => {
      if (what.keys.indexOf(event.tone) >= 0) turn(settle, true);
    });
    speak(leg, what.ask, () => (timer = after(what.timeout, settle, false)));
  };
}
