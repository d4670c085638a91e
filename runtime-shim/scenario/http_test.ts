// One request to a server.

import { encoded, http, type Http } from "./http";
import { secretValue } from "./secret";
import { go } from "./state";
import { equal, ok, test } from "./testdata/assert";
import { host, install, type FakeCall } from "./testdata/host";
import { flow } from "./testdata/masking";

const url = "https://api.example/a";
let bound: unknown = null;

/** A call that asks; its outcome is the step that is logged. */
function asking(more: Partial<Http>, last = false): FakeCall {
  install();
  const edges = { ok: "bye", refused: "bye", failed: "bye", slow: "bye", malformed: "bye" };
  const ask = () => http({ url, method: "GET", timeout: 2000, ...more }, edges, outcome => { if (outcome === "caller_left") host.say("left"); });
  const end = { ok: "end", refused: "end", failed: "end", slow: "end", malformed: "end" };
  flow({
    main: () => go("done", last ? "wait" : "ask"),
    ask,
    wait: () => {},
    last: () => http({ url, method: "GET", timeout: 2000, ...more }, end),
  }, last ? "last" : undefined);
  return host.ring("12222220001");
}

const steps = () => host.trace.filter(line => /step (ask|last)| left$/.test(line)).map(line => line.replace("rf:step ", ""));
const reads: Partial<Http> = { gives: { a: "number" }, bind: reply => { bound = reply; } };

function answers(...list: { after: number; code: number; text?: string }[]): void {
  let i = 0;
  host.http = () => list[Math.min(i++, list.length - 1)];
}

test("a reply that is as declared is handed on, and nothing else of it", () => {
  answers({ after: 100, code: 200, text: '{"a":1,"b":2}' });
  asking(reads);
  host.run(1000);
  equal(steps(), ["100 ask ok 100ms"]);
  equal(bound, { a: 1 });
  equal(host.requests[0].headers, {});
});

test("a reply without gives is not read", () => {
  answers({ after: 100, code: 204, text: "<oops>" });
  asking({});
  host.run(1000);
  equal(steps(), ["100 ask ok 100ms"]);
});

const malformed: { [what: string]: string | undefined } = {
  "nothing": undefined, "no JSON": "oops", "no object": "[1]", "another type": '{"a":"1"}', "no such field": "{}",
  "no number": '{"a":1e999}', "too long": '{"a":1,"b":"' + "x".repeat(65536) + '"}',
};
for (const what of Object.keys(malformed)) {
  test("malformed: " + what, () => {
    answers({ after: 100, code: 200, text: malformed[what] });
    asking({ ...reads, retries: 3, backOff: 100 });
    host.run(1000);
    equal(steps(), ["100 ask malformed 100ms"]);
    equal(bound, null);
    ok(!host.trace.some(line => /oops|xxx/.test(line)), "the log quotes the reply");
  });
}

const verdicts: [number, string, number][] = [
  [200, "ok", 1], [299, "ok", 1], [304, "failed", 1], [400, "refused", 1], [404, "refused", 1], [408, "refused", 3], [429, "refused", 3],
  [500, "failed", 3], [599, "failed", 3], [0, "failed", 3], [-1, "failed", 3], [-2, "failed", 1], [-3, "failed", 3], [-7, "slow", 3], [-9, "failed", 1],
];
for (const [code, outcome, times] of verdicts) {
  test("code " + code, () => {
    answers({ after: 0, code });
    asking({ retries: 2, backOff: 1000 });
    host.run(10000);
    equal(steps(), [(times === 1 ? "0 " : "3000 ") + "ask " + outcome + (times === 1 ? " 0ms" : " 3000ms")]);
    equal(host.requests.map(request => request.at), [0, 1000, 3000].slice(0, times));
  });
}

test("a reply over the platform's size is malformed if it is read", () => {
  answers({ after: 0, code: -9 });
  asking({ ...reads, retries: 2, backOff: 1000 });
  host.run(10000);
  equal(steps(), ["0 ask malformed 0ms"]);
});

test("an answer that comes too late is nobody's", () => {
  answers({ after: 1900, code: 500 }, { after: 1000, code: 200 });
  asking({ timeout: 1500, retries: 1, backOff: 100 });
  host.run(10000);
  equal(steps(), ["2600 ask ok 2600ms"]);
});

test("a platform that sends nothing", () => {
  host.http = () => { throw new Error("Exceeded the HTTP connection count limit!"); };
  asking({});
  host.run(1000);
  equal(steps(), ["0 ask failed 0ms"]);
});

test("retries of a post are the same post", () => {
  answers({ after: 0, code: 500 });
  asking({ method: "POST", body: "{}", type: "application/json", retries: 2, backOff: 100 });
  host.run(1000);
  const headers = { "Content-Type": "application/json", "Idempotency-Key": "4711-http-1" };
  equal(host.requests.map(request => request.headers), [headers, headers, headers]);
  equal(host.requests[0].body, "{}");
});

test("headers are one line of ASCII each", () => {
  asking({ method: "POST", body: "a", type: "text/plain", headers: () => ({ "content-type": "text/csv", "X-A": "a\r\nX-B: \u05d0 " + secretValue("results_key") }) });
  host.run(1000);
  equal(host.requests[0].headers, { "content-type": "text/csv", "X-A": "a%0D%0AX-B: %D7%90 0123456789abcdef0123456789abcdef" });
});

test("without its secret nothing is sent", () => {
  asking({ headers: () => ({ Authorization: secretValue("other") }) });
  host.run(1000);
  equal(steps(), ["0 ask failed 0ms"]);
  equal(host.requests, []);
});

test("the caller leaves while it waits", () => {
  answers({ after: 1500, code: 200, text: '{"a":1}' });
  const call = asking(reads);
  host.run(1000);
  call.hangsUp();
  host.run(5000);
  equal(steps(), ["1000 ask caller_left 1000ms", "1000 left"]);
  equal(bound, null);
  equal(host.check(), []);
});

test("in the last states the session waits for it", () => {
  answers({ after: 1500, code: 500 }, { after: 100, code: 200 });
  const call = asking({ retries: 1, backOff: 500 }, true);
  host.run(1000);
  call.hangsUp();
  host.run(5000);
  equal(steps(), ["3100 last ok 2100ms"]);
  equal(host.check(), []);
});

test("nothing is sent in the end phase", () => {
  asking({}, true);
  host.run(1000);
  host.end(false);
  equal(steps(), ["1000 last failed 0ms"]);
  equal(host.requests, []);
});

test("the end phase cuts it short", () => {
  host.http = () => null;
  const call = asking({ retries: 3, backOff: 100 }, true);
  host.run(1000);
  call.hangsUp();
  host.run(500);
  host.end(false);
  equal(steps(), ["1500 last failed 500ms"]);
  equal(host.requests.length, 1);
});

test("a value is one part of an address", () => {
  equal(["a/b?c=d&e#f", "\u05d0 %", "..", ".", "a..b", "\ud800x", "\ud83d\ude00", ""].map(encoded),
    ["a%2Fb%3Fc%3Dd%26e%23f", "%D7%90%20%25", "%2E%2E", "%2E", "a..b", "%EF%BF%BDx", "%F0%9F%98%80", ""]);
  equal(encoded(1.5), "1.5");
});
