// The language of the call: which texts are heard, and by which voice. A flow of
// one language has no use for this file.

import { changeVoice } from "./playback";

let spoken = "";

/** The language that is spoken now, as the flow names it. */
export function language(): string {
  return spoken;
}

/** From here on this language is spoken. What plays already goes on. */
export function speakIn(tag: string): void {
  spoken = tag;
  changeVoice();
}
