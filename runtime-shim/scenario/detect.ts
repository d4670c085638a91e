// Who answered: a person or an answering machine. Whoever is not known to be a
// person counts as a machine, so that nothing is said to one.

import { turn } from "./state";

/** One detection, made before the call is dialled. */
export interface Detection {
  amd: AMD.AnsweringMachineDetector;
  person: boolean | null; // null until it is known
  told: ((person: boolean) => void) | null; // who waits for it
}

/** Makes the detections of a connect, one for each call. */
export function detecting(model: keyof typeof AMD.Model): () => Detection {
  return () => {
    const one: Detection = { amd: AMD.create({ model: AMD.Model[model] }), person: null, told: null };
    one.amd.addEventListener(AMD.Events.DetectionComplete, event => {
      // The end of the call is told by the call.
      if (event.resultClass !== AMD.ResultClass.CALL_ENDED) turn(known, one, event.resultClass === AMD.ResultClass.HUMAN);
    });
    one.amd.addEventListener(AMD.Events.DetectionError, () => turn(known, one, false));
    return one;
  };
}

function known(one: Detection, person: boolean): void {
  if (one.person !== null) return;
  one.person = person;
  if (one.told !== null) one.told(person);
}
