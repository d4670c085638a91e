// A scenario is a flow that listens to the platform.

import type { Bound, Flow } from "./flow";
import { line, quietly } from "./log";
import { digits } from "./phone";
import { session } from "./session";
import { begin, close, terminating, turn } from "./state";

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
  VoxEngine.addEventListener(AppEvents.Started, event => {
    session.id = String(event.sessionId);
  });
  VoxEngine.addEventListener(AppEvents.CallAlerting, event => turn(() => arrive(event.call, event.callerid)));
  VoxEngine.addEventListener(AppEvents.Terminating, event => terminating(event.systemError === true));
}

function arrive(call: Call, callerid: string): void {
  const { country, settings } = session.flow;
  const missing = settings.filter(name => bound.config[name] === undefined);
  if (session.phase !== "idle") return;
  if (missing.length > 0) return refuse(call, missing);
  begin(call, digits(callerid, country));
}

/** A script without its values must not keep callers in a silent call. */
function refuse(call: Call, missing: string[]): void {
  line("error", "the script was not bound: no value for " + missing.join(", "));
  quietly(() => call.reject(outOfService));
  close();
}
