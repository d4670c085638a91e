// A flow that is started by the platform's API: nobody calls. It is given its
// arguments, dials somebody, and goes on with whoever answers as with a caller.

import type { Args, Bound, Edges, Flow, LookupOutcome } from "./flow";
import { line, quietly } from "./log";
import { query } from "./lookup";
import { session } from "./session";
import { begin, beginAlone, close, epoch, settle, terminating, turn } from "./state";
import { after, cancel } from "./timer";

/** SIP code for a call that arrives all the same, by a rule that takes it. */
const outOfService = 503;

/** An answer of the storage that takes longer will not be waited for. */
const storageLimit = 5000;

/** The form of the custom data, and of the keys that it refers to. */
const version = 1;
const keyPrefix = "ringflow-args:";
const idForm = /^[A-Za-z0-9_-]{16,64}$/;

let key = "";
let claims = 0;
let open = false; // a claim is not answered yet
let openedIn = 0; // epoch
let limit = 0; // timer

/** Makes the flow run when the session starts. Called once, while the script loads. */
export function outbound(flow: Flow): void {
  session.flow = flow;
  Logger.hideTones(true);
  VoxEngine.addEventListener(AppEvents.Started, started);
  VoxEngine.addEventListener(AppEvents.CallAlerting, refuse);
  VoxEngine.addEventListener(AppEvents.Terminating, terminating);
}

function started(event: { sessionId: number }): void {
  session.id = "" + event.sessionId;
  turn(start, bound);
}

function start(to: Bound): void {
  const missing = session.flow.settings.filter(name => to.config[name] === undefined);
  if (missing.length === 0) return beginAlone();
  line("error", "the script was not bound: no value for " + missing.join(", "));
  close();
}

function refuse(event: { call: Call }): void {
  quietly(() => event.call.reject(outOfService));
}

/**
 * The effect: reads what the flow was started with, and takes it away before
 * anybody is dialled, so that a request which is repeated finds nothing.
 */
export function args(what: Args, to: Edges): void {
  begin(to, undefined);
  session.endsBy = "error"; // if there are none
  const id = reference(VoxEngine.customData());
  if (id === null) return settle("missing");
  if (id === "") return settle("malformed");
  key = keyPrefix + id;
  query({ key, fields: what.fields, bind: what.bind }, claim);
}

/** The id in the custom data, null without custom data, "" if it is no reference. */
function reference(data: string): string | null {
  if (data === "") return null;
  try {
    const value = JSON.parse(data);
    if (value.v === version && typeof value.args === "string" && idForm.test(value.args)) return value.args;
  } catch (_) {
    // The message would quote the data.
  }
  return "";
}

function claim(outcome: LookupOutcome): void {
  if (outcome !== "found") return settle(outcome === "expired" ? "missing" : outcome);
  const mine = ++claims;
  open = true;
  openedIn = epoch;
  limit = after(storageLimit, claimed, "failed");
  try {
    ApplicationStorage.remove(key).then(
      item => { if (mine === claims) turn(claimed, item === null ? "missing" : "found"); },
      () => { if (mine === claims) turn(claimed, "failed"); },
    );
  } catch (_) {
    claimed("failed");
  }
}

/** The key was taken away, or was gone already: then another session has it. */
function claimed(outcome: string): void {
  if (!open || openedIn !== epoch) return;
  open = false;
  cancel(limit);
  if (outcome === "found") session.endsBy = "flow";
  settle(outcome);
}
