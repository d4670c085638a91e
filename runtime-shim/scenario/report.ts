// The result of the call, by HTTP POST. It is signed as Standard Webhooks does,
// carries the same id and the same bytes every time it is sent, and is sent
// until it was answered: three times while the session lives, and once more when
// the platform ends it. The receiver counts one.

import type { CallReport, Report, ReportEdges } from "./flow";
import { line, quietly } from "./log";
import { session } from "./session";
import { after, cancel, here, settle, state } from "./state";

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

let sent = 0; // reports of this call
let lastSent = false; // the end phase's one request is spent

/** One report, ready to be sent any number of times. */
interface Letter {
  url: string;
  id: string;
  body: string; // ASCII
  headers: { [name: string]: string }; // beside those of the signature
  secret: string; // "" for none
}

/** The effect. In the end phase it sends once and waits for nothing. */
export function report(spec: Report, edges: ReportEdges): void {
  const letter = seal(spec);
  const done = (answered: boolean) => settle(answered || edges.failed === undefined ? "done" : "failed", edges);
  const once = () => send(letter, () => {});
  session.lastWords = null;
  if (session.closing) {
    if (!lastSent) once();
    lastSent = true;
    return done(true);
  }
  session.lastWords = once;
  attempt(letter, pauses, done);
}

function seal(spec: Report): Letter {
  const id = session.id + "-" + ++sent;
  const headers: Letter["headers"] = { "Content-Type": "application/json" };
  const fields = spec.body();
  const whole = spec.details === "body" ? fitting(call => ({ ...fields, ringflow: call })) : ascii(fields);
  if (spec.details === "headers") headers["Ringflow-Call"] = fitting(call => call);
  return { url: spec.url, id, body: whole, headers, secret: secret(spec.key) };
}

/** JSON with what is known about the call, its path cut at the beginning until all of it fits. */
function fitting(around: (call: CallReport) => unknown): string {
  const call = callReport();
  const text = ascii(around(call));
  let over = text.length - mostBytes;
  if (over <= 0) return text;
  over += cutMark.length + 3;
  while (over > 0 && call.path.length > 0) over -= ascii(call.path.shift()).length + 1;
  call.path.unshift(cutMark);
  return ascii(around(call));
}

function callReport(): CallReport {
  return {
    v: 1,
    session: session.id,
    flow: session.flow.flow,
    release: bound.release,
    order_generation: session.generation,
    started_at: session.startedAt,
    ended_at: session.endedAt || Date.now(),
    ended_by: session.endedBy,
    path: session.path.slice(),
    legs: session.legReports,
  };
}

/** JSON in ASCII: what is signed and what arrives are the same bytes in every encoding. */
function ascii(value: unknown): string {
  return JSON.stringify(value).replace(/[^ -~]/g, c => "\\u" + ("000" + c.charCodeAt(0).toString(16)).slice(-4));
}

function secret(name: string): string {
  let value: string | undefined;
  if (name === "") return "";
  quietly(() => {
    value = VoxEngine["getSecretValue"](name);
  });
  if (!value) line("note", state + " not signed: there is no secret " + name);
  return value || "";
}

/** Tries until the report was answered, refused, or there is no pause left. */
function attempt(letter: Letter, pauses: number[], done: (answered: boolean) => void): void {
  let open = true;
  const over = here((code: number) => {
    if (!open) return;
    open = false;
    cancel(watchdog);
    const taken = code >= 200 && code < 300;
    if (!taken) line("note", state + " report not taken, code " + code);
    if (taken || isFinal(code)) session.lastWords = null;
    else if (pauses.length > 0) return void after(pauses[0], () => attempt(letter, pauses.slice(1), done));
    done(taken);
  });
  const watchdog = after(answerLimit, () => over(timedOut));
  send(letter, over);
}

/** A refusal that the same request would get again. */
function isFinal(code: number): boolean {
  return code >= 400 && code < 500 && code !== 408 && code !== 429;
}

function send(letter: Letter, answered: (code: number) => void): void {
  const options = { method: "POST", headers: sign(letter), postData: letter.body, timeout: tryLimit };
  try {
    Net.httpRequest(letter.url, result => answered(result.code), options);
  } catch (thrown) {
    answered(limitViolated);
  }
}

/** All headers of one try. The time is the try's, as receivers refuse old ones. */
function sign(letter: Letter): Letter["headers"] {
  const time = String(Math.floor(Date.now() / 1000));
  const headers: Letter["headers"] = { ...letter.headers, "webhook-id": letter.id, "webhook-timestamp": time };
  if (letter.secret !== "") {
    const hash = Crypto.hmac_sha256(letter.secret, letter.id + "." + time + "." + letter.body);
    headers["webhook-signature"] = "v1," + base64_encode(hex2bytes(hash));
  }
  return headers;
}
