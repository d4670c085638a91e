// Lines in the platform's log. They begin with "rf:" and a kind, so that a real
// session can be compared with the model; nothing private is ever in them.

/** Kinds of lines: a transition, something odd, what crashed, the flow's own. */
export type LineKind = "step" | "note" | "error" | "log";

const longestLine = 15000; // characters of one line, Logger.write

export function line(kind: LineKind, text: string): void {
  const whole = "rf:" + kind + " " + text;
  Logger.write(whole.length > longestLine ? whole.slice(0, longestLine) : whole);
}

/** What the flow itself wants to have in the log. */
export function log(text: string): void {
  line("log", text);
}

/** The message of what was thrown, without digits: a message can quote a number. */
export function message(thrown: unknown): string {
  const text = thrown instanceof Error ? thrown.name + ": " + thrown.message : String(thrown);
  return text.replace(/[0-9]+/g, "0");
}

/**
 * Does what must not stop anything else from being done: a call that is over
 * on the platform but not yet here refuses everything.
 */
export function quietly<T = void>(work: (of: T) => void, of?: T): void {
  try {
    work(of as T);
  } catch (thrown) {
    line("note", message(thrown));
  }
}
