// A second call, joined with the caller's: dial, music for the caller, a word to
// the called side, the join, the talk.

import type { CallerLeft, Connect, ConnectEdges, ConnectOutcome, Hooks, LegReport } from "./flow";
import { ignoreKeys } from "./keys";
import { alive, hangUp, type Leg } from "./leg";
import { line, message } from "./log";
import { dialable } from "./phone";
import { hush, music, speak } from "./playback";
import { session } from "./session";
import { addLeg, after, cancel, END, go, here, onCallerLeft, onLeave, settle, state } from "./state";

/** The platform gives up ringing after 60 s; if it has not said so by then, it will not. */
const ringLimit = 65000;

/** The effect. The hook "answered" runs when the called side answers. */
export function connect(spec: Connect, edges: ConnectEdges, hooks: Hooks = {}, left?: CallerLeft): void {
  onCallerLeft(left);
  session.endsBy = "flow";
  ignoreKeys();
  new Connection(spec, edges, hooks).dial();
}

class Connection {
  private report: LegReport;
  private dialled = Date.now(); // ms since 1970
  private connected = 0; // ms since 1970; 0 before the answer
  private joined = 0; // ms since 1970; 0 before the join

  constructor(private spec: Connect, private edges: ConnectEdges, private hooks: Hooks) {
    this.report = { role: spec.role, outcome: "dropped", code: null, ringing_ms: 0, talk_ms: 0 };
    session.legReports.push(this.report);
  }

  dial(): void {
    const leg = this.call();
    if (leg === null) return this.over("failed");
    onLeave(() => this.leave(leg));
    if (this.spec.callerHears) music(session.caller, this.spec.callerHears);
    const ringing = after(this.spec.ringFor || ringLimit, () => this.over("no_answer"));
    leg.call.addEventListener(CallEvents.Failed, here(event => this.failed(event.code)));
    leg.call.addEventListener(CallEvents.Disconnected, here(() => this.calleeLeft()));
    leg.call.addEventListener(CallEvents.Connected, here(() => {
      cancel(ringing);
      this.answered(leg);
    }));
  }

  /** Places the call; null if there is nobody to call, or the platform refuses. */
  private call(): Leg | null {
    const number = dialable(this.spec.to);
    if (number === null) {
      line("note", state + " no number to dial");
      return null;
    }
    try {
      return addLeg(VoxEngine.callPSTN(number, this.spec.from));
    } catch (thrown) {
      line("note", state + " not dialled: " + message(thrown));
      return null;
    }
  }

  private failed(code: number): void {
    this.report.code = code;
    this.over(outcomeOf(code));
  }

  private answered(leg: Leg): void {
    this.connected = Date.now();
    const note = this.hooks.answered;
    if (note !== undefined) note();
    if (this.spec.calleeHears === undefined) return this.join(leg);
    speak(leg, this.spec.calleeHears(), () => this.join(leg));
  }

  private join(leg: Leg): void {
    hush(session.caller);
    if (!alive(session.caller) || !alive(leg)) return; // the event that says so is on its way
    VoxEngine.sendMediaBetween(session.caller.call, leg.call);
    this.joined = Date.now();
    if (this.spec.talkFor > 0) after(this.spec.talkFor, () => this.talkedLongEnough());
  }

  private calleeLeft(): void {
    session.endsBy = "callee";
    this.over("ended");
  }

  /** Both are hung up: there is nobody to go on with. */
  private talkedLongEnough(): void {
    this.report.outcome = "talk_limit";
    go("ended", END);
  }

  private over(outcome: ConnectOutcome): void {
    this.report.outcome = outcome;
    settle(outcome, this.edges, this.hooks);
  }

  private leave(leg: Leg): void {
    const now = Date.now();
    if (this.report.outcome === "dropped" && session.caller.over) this.report.outcome = "caller_left";
    this.report.ringing_ms = (this.connected || now) - this.dialled;
    this.report.talk_ms = this.joined > 0 ? now - this.joined : 0;
    hangUp(leg);
  }
}

/** What a failure's code (SIP, CallEvents.Failed) means for the flow. */
function outcomeOf(code: number): ConnectOutcome {
  switch (code) {
    case 486:
      return "busy";
    case 408: // no answer within 60 s
    case 480: // not available
    case 487: // ended while ringing
      return "no_answer";
    case 603:
      return "rejected";
    default:
      return "failed";
  }
}
