// A scenario is a flow that listens to the platform.

import type { Bound, Flow } from "./flow";
import { line, quietly } from "./log";
import { digits } from "./phone";
import { session } from "./session";
import { arrive, close, terminating, turn } from "./state";

declare global {
  /** The values that the script was bound to: the parameter of the function around it. */
  const bound: Bound;
}

/** SIP code for a call that cannot be served. */
const outOfService = 503;

/** Makes the flow answer the session's call. Called once, while the script loads. */
export function scenario(flow: Flow): void {
  session.flow = flow;
  Logger.hideTones(true);
  VoxEngine.addEventListener(AppEvents.Started, started);
  VoxEngine.addEventListener(AppEvents.CallAlerting, alerting);
  VoxEngine.addEventListener(AppEvents.Terminating, terminating);
}

function started(event: { sessionId: number }): void {
  session.id = "" + event.sessionId;
}

function alerting(event: { call: Call; callerid: string }): void {
  turn(take, event);
}

/** Takes a call, if it is the first. A script without its values must not keep callers in a silent one. */
function take(event: { call: Call; callerid: string }): void {
  if (session.phase !== "idle") return;
  const { country, settings } = session.flow;
  let missing = "";
  for (let i = 0; i < settings.length; i++) {
    if (bound.config[settings[i]] === undefined) missing += (missing === "" ? "" : ", ") + settings[i];
  }
  if (missing === "") return arrive(event.call, digits(event.callerid, country));
  line("error", "the script was not bound: no value for " + missing);
  quietly(() => event.call.reject(outOfService));
  close();
}
