// Keys typed by the caller, on our own clock. The clock runs from the end of a
// prompt to the first key, then from key to key; a prompt that is cut by a key
// ended there. See docs/ir.md, "collect", for the rules.

import type { CallerLeft, Collect, CollectEdges, Hooks, Part } from "./flow";
import { giveKeys, offerKeys } from "./keys";
import { hush, speak } from "./playback";
import { session } from "./session";
import { after, cancel, here, onCallerLeft, settle } from "./state";

// Of the call, not of one collect.
let counted = false; // a key was counted
let hinted = false; // the hint was played

/** The effect. Hooks run for every outcome, also for one of accept that is only a wrong attempt. */
export function collect(spec: Collect, edges: CollectEdges, hooks: Hooks = {}, left?: CallerLeft): void {
  onCallerLeft(left);
  new Collector(spec, edges, hooks).start();
}

class Collector {
  private phase: "start" | "prompt" | "waiting" | "judging" = "start";
  private typed = "";
  private silent = 0; // attempts that ended in silence
  private wrong = 0; // attempts that ended in something wrong
  private clock = 0; // timer of the next key
  private total = 0; // timer of the attempt
  private hint = 0; // timer

  constructor(private spec: Collect, private edges: CollectEdges, private hooks: Hooks) {}

  /** Keys typed ahead may be the answer already; then the prompt is not played. */
  start(): void {
    const ask = here(() => {
      if (this.phase === "start") this.ask(this.spec.prompt());
    });
    giveKeys(key => this.press(key));
    ask();
  }

  /** Begins an attempt. */
  private ask(parts: Part[]): void {
    this.stopClock();
    this.typed = "";
    this.phase = "prompt";
    speak(session.caller, parts, () => {
      this.wait();
      offerKeys();
    });
  }

  private wait(): void {
    this.phase = "waiting";
    this.startClock();
    if (this.spec.total > 0) this.total = after(this.spec.total, () => this.timeUp());
    this.planHint();
  }

  private planHint(): void {
    const hint = this.spec.hint;
    if (hint === undefined || hinted || counted) return;
    this.hint = after(hint.after, () => {
      hinted = true;
      speak(session.caller, hint.play(), () => {});
    });
  }

  /** Restarts the clock for the next key. */
  private startClock(): void {
    cancel(this.clock);
    this.clock = after(this.typed === "" ? this.spec.firstDigit : this.spec.betweenDigits, () => this.timeUp());
  }

  private stopClock(): void {
    for (const timer of [this.clock, this.total, this.hint]) cancel(timer);
    this.clock = this.total = this.hint = 0;
  }

  /** One key. Not taken while a prompt plays that keys do not stop; it is offered again at its end. */
  private press(key: string): boolean {
    const { bargeIn, ends, keys, max, other } = this.spec;
    if (this.edges[key] !== undefined) return this.exit(key);
    if (this.phase === "judging") return true;
    if (this.phase !== "waiting" && !bargeIn) return false;
    const digit = max > 0 && keys.indexOf(key) >= 0;
    const end = ends.indexOf(key) >= 0;
    if (!digit && !end && other === "ignore") return true;
    this.count();
    if (digit) this.type(key);
    else if (end) this.complete();
    else this.mistake();
    return true;
  }

  private exit(key: string): boolean {
    counted = true;
    settle(key, this.edges, this.hooks);
    return true;
  }

  /** A key that counts ends the prompt and the hint, and there will be no hint any more. */
  private count(): void {
    counted = true;
    cancel(this.hint);
    if (this.spec.bargeIn) hush(session.caller);
    if (this.phase !== "waiting") this.wait();
  }

  private type(key: string): void {
    this.typed += key;
    if (this.typed.length >= this.spec.max) this.judge();
    else this.startClock();
  }

  /** No further key is coming in time. */
  private timeUp(): void {
    if (this.typed === "") this.silence();
    else this.complete();
  }

  /** The caller says, or shows, that this is all. */
  private complete(): void {
    const { min, partial } = this.spec;
    const enough = this.typed.length >= min || (this.typed !== "" && partial === "accept");
    if (enough) this.judge();
    else this.mistake();
  }

  private silence(): void {
    const { again = {}, prompt, silent } = this.spec;
    if (++this.silent >= silent) settle("gave_up", this.edges, this.hooks);
    else this.ask((again.silent || prompt)());
  }

  private mistake(): void {
    const { again = {}, prompt, wrong } = this.spec;
    if (++this.wrong >= wrong) settle("gave_up", this.edges, this.hooks);
    else this.ask((again.wrong || prompt)());
  }

  private judge(): void {
    const { accept, entered } = this.spec;
    this.stopClock();
    this.phase = "judging";
    if (entered !== undefined) entered(this.typed);
    if (accept === undefined) settle("got", this.edges, this.hooks);
    else accept(this.typed, outcome => this.verdict(outcome));
  }

  private verdict(outcome: string): void {
    const { edges, hooks } = this;
    const word = outcome === "expired" && !(edges.expired || hooks.expired) ? "missing" : outcome;
    const hook = hooks[word];
    if (edges[word] !== undefined) return settle(word, edges, hooks);
    if (hook !== undefined) hook();
    if (word === "found") settle("got", edges, hooks);
    else this.mistake();
  }
}
