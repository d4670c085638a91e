// Who answers: a person, or a machine. The platform listens from the first sound
// on and tells it within some seconds of the answer.

import { line, message } from "./log";
import { turn } from "./state";

/** What was found; "" while it is not known. */
export type Verdict = "" | "answered" | "machine" | "unsure";

export interface Detector {
  amd: AMD.AnsweringMachineDetector | null; // null if the platform has none
  verdict: Verdict;
  told: (() => void) | null; // called once the verdict is known
}

/** The platform decides 6.5 s after the answer; if it has not by then (ms), it will not. */
export const detectLimit = 8000;

/** A detector for the call that is dialled next. */
export function detector(model: AMD.Model): Detector {
  const made: Detector = { amd: null, verdict: "", told: null };
  try {
    const amd = AMD.create({ model });
    amd.addEventListener(AMD.Events.DetectionComplete, event => turn(decide, made, verdictOf(event.resultClass)));
    amd.addEventListener(AMD.Events.DetectionError, event => {
      line("note", "detection failed: " + message(event.message));
      turn(decide, made, "unsure" as Verdict);
    });
    made.amd = amd;
  } catch (thrown) {
    line("note", "no detection: " + message(thrown));
    made.verdict = "unsure";
  }
  return made;
}

function verdictOf(found: AMD.ResultClass): Verdict {
  switch (found) {
    case AMD.ResultClass.HUMAN:
      return "answered";
    case AMD.ResultClass.VOICEMAIL:
      return "machine";
    case AMD.ResultClass.TIMEOUT:
      return "unsure";
    default:
      return ""; // the call is over, which it tells itself
  }
}

function decide(detector: Detector, verdict: Verdict): void {
  if (detector.verdict !== "" || verdict === "") return;
  detector.verdict = verdict;
  if (detector.told !== null) detector.told();
}
