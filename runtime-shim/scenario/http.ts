// One request to a server, tried again if that can help. What is asked and what
// is answered stands in no log.

import type { Edges, Hook } from "./flow";
import { line, message } from "./log";
import { session } from "./session";
import { fit, type Shapes } from "./shape";
import { begin, epoch, onClosing, settle, state, turn } from "./state";
import { after, cancel } from "./timer";

export interface Http {
  url: string;
  method: string;
  timeout: number; // ms of one try
  retries?: number;
  backOff?: number; // ms before the first retry; each further pause is twice as long
  headers?: () => { [name: string]: string }; // throws if a secret is not there
  body?: string;
  type?: string; // of the body, unless a header says another
  gives?: Shapes; // of the reply, which is not read without
  bind?: (reply: { [name: string]: unknown }) => void; // receives its declared fields
}

interface Answer { code: number; text?: string }

/** Characters of a reply that are read. */
const mostReply = 65536;

// Codes of Net.HttpRequestResult without an answer.
const limitViolated = 0;
const badAddress = -2;
const timedOut = -7;
const tooLarge = -9;

let sent = 0; // requests of this call, without retries

// The current request.
let spec: Http;
let headers: { [name: string]: string };
let tries = 0;
let asked = 0; // whose answer is awaited
let open = false;
let openedIn = 0; // epoch
let limit = 0; // timer

/** The effect. In the end phase nothing is sent: its one request is the report's. */
export function http(what: Http, to: Edges, hook?: Hook): void {
  begin(to, hook);
  spec = what;
  tries = 0;
  open = false;
  if (session.closing) return settle("failed");
  onClosing(() => settle("failed"));
  try {
    headers = complete(spec.headers === undefined ? {} : spec.headers());
  } catch (thrown) {
    line("note", state + " " + message(thrown));
    return settle("failed");
  }
  attempt();
}

/** All headers of the request, in ASCII and on one line each. */
function complete(given: { [name: string]: string }): { [name: string]: string } {
  const out: { [name: string]: string } = {};
  let typed = spec.type === undefined;
  const names = Object.keys(given);
  for (let i = 0; i < names.length; i++) {
    out[names[i]] = given[names[i]].replace(/[^ -~]+/g, encoded);
    typed = typed || names[i].toLowerCase() === "content-type";
  }
  if (!typed) out["Content-Type"] = spec.type as string;
  const once = session.id + "-http-" + ++sent;
  if (spec.retries !== undefined && spec.method !== "GET") out["Idempotency-Key"] = once;
  return out;
}

function attempt(): void {
  const mine = ++asked;
  const { url, method, timeout, body } = spec;
  open = true;
  openedIn = epoch;
  limit = after(timeout, answered, { code: timedOut } as Answer);
  const options: Net.HttpRequestOptions = { method, headers, timeout: Math.ceil(timeout / 1000) };
  if (body !== undefined) options.postData = body;
  try {
    Net.httpRequest(url, result => { if (mine === asked) turn(answered, result as Answer); }, options);
  } catch (thrown) {
    line("note", state + " " + message(thrown));
    answered({ code: limitViolated });
  }
}

function answered(answer: Answer): void {
  if (!open || openedIn !== epoch) return;
  open = false;
  cancel(limit);
  const { code } = answer;
  const outcome = judge(answer);
  if (outcome === "ok") return settle("ok");
  line("note", state + " " + outcome + ", code " + code);
  const mayHelp = code >= 500 || code === 408 || code === 429 || (code <= 0 && code !== badAddress && code !== tooLarge);
  if (mayHelp && tries < (spec.retries || 0)) return void after((spec.backOff as number) * Math.pow(2, tries++), attempt);
  settle(outcome);
}

function judge({ code, text }: Answer): string {
  const { gives, bind } = spec;
  if (code === timedOut) return "slow";
  if (code === tooLarge && gives !== undefined) return "malformed";
  if (code >= 400 && code < 500) return "refused";
  if (code < 200 || code >= 300) return "failed";
  if (gives === undefined) return "ok";
  let value: unknown;
  try {
    value = text !== undefined && text.length <= mostReply ? JSON.parse(text) : undefined;
  } catch (_) {
    // The message would quote the reply.
  }
  const reply = fit(value, gives);
  if (reply !== undefined && bind !== undefined) bind(reply);
  return reply === undefined ? "malformed" : "ok";
}

/** A value as a part of an address. It adds no part of its own: dots alone would be steps up. */
export function encoded(value: string | number): string {
  const text = Array.from(String(value), c => (/^[\ud800-\udfff]$/.test(c) ? "\ufffd" : c)).join(""); // halves of characters cannot be encoded
  return /^\.+$/.test(text) ? text.replace(/\./g, "%2E") : encodeURIComponent(text);
}
