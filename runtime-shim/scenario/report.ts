// The result of the call, by HTTP POST. It is signed as Standard Webhooks does,
// carries the same id and the same bytes every time it is sent, and is sent
// until it was answered: three times while the session lives, and once more when
// the platform ends it. The receiver counts one.

import type { CallReport, Edges, Hook, Report } from "./flow";
import { legReports } from "./connect";
import { line } from "./log";
import { generation } from "./lookup";
import { secret } from "./secret";
import { session } from "./session";
import { begin, epoch, settleDone, state, turn } from "./state";
import { after, cancel } from "./timer";

/** Pauses before the second and the third try, ms. */
const pauses = [1000, 3000];

/** One try takes so many s at most, and the answer is not waited for longer than that and a bit. */
const tryLimit = 10;
const answerLimit = tryLimit * 1000 + 1000;

/** Codes of Net.HttpRequestResult without an answer. */
const limitViolated = 0;
const timedOut = -7;

/** Stands in a path for what was cut off. */
const cutMark = "...";

/** Bytes of a report, or of the header that carries its details. The path is cut to fit. */
const mostBytes = 4096;

/** One report, ready to be sent any number of times. */
interface Letter {
  url: string;
  id: string;
  body: string; // ASCII
  call: string; // the header with the details; "" for none
  secret: string; // "" for none
}

let sent = 0; // reports of this call
let lastSent = false; // the end phase's one request is spent

// The current report.
let letter: Letter;
let tries = 0;
let requests = 0; // whose answers are awaited, of all reports
let open = false; // an answer is awaited
let openedIn = 0; // epoch
let watchdog = 0; // timer

/** The effect. In the end phase it sends once and waits for nothing. */
export function report(spec: Report, to: Edges, hook?: Hook): void {
  begin(to, hook);
  const inBody = spec.details === "body";
  const id = session.id + "-" + ++sent;
  const body = inBody ? fitting(spec.body) : ascii(spec.body);
  letter = { url: spec.url, id, body, call: inBody ? "" : fitting(null), secret: spec.key === "" ? "" : secret(spec.key, state + " not signed") };
  tries = 0;
  session.lastWords = null;
  if (session.closing) {
    if (!lastSent) send();
    lastSent = true;
    return settleDone(true);
  }
  session.lastWords = send;
  attempt();
}

/**
 * JSON with what is known about the call, beside fields if there are any. Its
 * path is cut at the beginning until all of it fits.
 */
function fitting(fields: Report["body"] | null): string {
  const call: CallReport = {
    v: 1,
    session: session.id,
    flow: session.flow.flow,
    starts: session.flow.starts,
    release: bound.release,
    order_generation: generation,
    started_at: session.startedAt,
    ended_at: session.endedAt || Date.now(),
    ended_by: session.endedBy,
    path: session.path.slice(),
    legs: legReports,
  };
  const whole = fields === null ? call : { ...fields, ringflow: call };
  const text = ascii(whole);
  let over = text.length - mostBytes;
  if (over <= 0) return text;
  over += cutMark.length + 3;
  while (over > 0 && call.path.length > 0) over -= ascii(call.path.shift()).length + 1;
  call.path.unshift(cutMark);
  return ascii(whole);
}

/** JSON in ASCII: what is signed and what arrives are the same bytes in every encoding. */
function ascii(value: unknown): string {
  const text = JSON.stringify(value);
  if (unescape(encodeURI(text)).length === text.length) return text; // bytes of UTF-8: all is ASCII
  return text.replace(/[^ -~]/g, c => "\\u" + ("000" + c.charCodeAt(0).toString(16)).slice(-4));
}

/** Tries until the report was answered, refused, or there is no pause left. */
function attempt(): void {
  open = true;
  openedIn = epoch;
  watchdog = after(answerLimit, answered, timedOut);
  send(++requests);
}

function answered(code: number): void {
  if (!open || openedIn !== epoch) return;
  open = false;
  cancel(watchdog);
  const taken = code >= 200 && code < 300;
  // A refusal that the same request would get again.
  const refused = code >= 400 && code < 500 && code !== 408 && code !== 429;
  if (!taken) line("note", state + " report not taken, code " + code);
  if (taken || refused) session.lastWords = null;
  else if (tries < pauses.length) return void after(pauses[tries++], attempt);
  settleDone(taken);
}

/**
 * Sends the letter; the answer counts if it is that of the request that was made
 * last. The time in the headers is that of the try, as receivers refuse old ones.
 */
function send(request?: number): void {
  const { url, id, body, call, secret } = letter;
  const now = Date.now();
  const time = "" + (now - now % 1000) / 1000;
  const headers: { [name: string]: string } = { "Content-Type": "application/json" };
  if (call !== "") headers["Ringflow-Call"] = call;
  headers["webhook-id"] = id;
  headers["webhook-timestamp"] = time;
  if (secret !== "") headers["webhook-signature"] = "v1," + base64_encode(hex2bytes(Crypto.hmac_sha256(secret, id + "." + time + "." + body)));
  try {
    Net.httpRequest(url, result => { if (request === requests) turn(answered, result.code); }, { method: "POST", headers, postData: body, timeout: tryLimit });
  } catch (thrown) {
    if (request === requests) answered(limitViolated);
  }
}
