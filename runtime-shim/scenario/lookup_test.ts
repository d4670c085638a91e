// Reading the storage.

import { collect } from "./collect";
import { generation, lookup, query } from "./lookup";
import type { FieldType } from "./flow";
import { go } from "./state";
import { equal, ok, test } from "./testdata/assert";
import { host, install, type FakeCall } from "./testdata/host";
import { flow } from "./testdata/masking";

const fields: { [name: string]: FieldType } = { courier: "phone", client: "phone" };
let bound: unknown = null;

/** A call that looks a key up; its outcome is the step that is logged. */
function looking(want = fields): FakeCall {
  install();
  const edges = { found: "bye", missing: "bye", expired: "bye", malformed: "bye", failed: "bye" };
  flow({
    main: () => go("done", "lookup"),
    lookup: () => lookup({ key: "12345", fields: want, bind: record => { bound = record; } }, edges, outcome => { if (outcome === "failed") host.say("hook"); if (outcome === "caller_left") host.say("left"); }),
  });
  return host.ring("12222220001");
}

function outcome(value: string | null, want = fields): string {
  host.storage = () => ({ after: 0, value });
  looking(want);
  host.run(20);
  const step = host.trace.filter(line => /step lookup/.test(line))[0];
  return step.split(" ")[3];
}

const pair = '"courier":"12222220001","client":"13333330001"';

test("found, written by a control plane", () => {
  equal(outcome('{"v":1,' + pair + ',"g":7,"x":9999999999,"more":[1]}'), "found");
  equal(bound, { courier: "12222220001", client: "13333330001" });
  equal(generation, 7);
});

test("found, written by hand", () => {
  equal(outcome('{"courier": "+1 222 222-0001", "client": 13333330001}'), "found");
  equal(bound, { courier: "12222220001", client: "13333330001" });
  equal(generation, null);
});

test("found, a party with two numbers", () => {
  equal(outcome('{"courier": ["12222220001", "+12222220002"], "client": "13333330001"}'), "found");
  equal(bound, { courier: ["12222220001", "12222220002"], client: "13333330001" });
});

test("missing", () => equal(outcome(null), "missing"));
test("expired", () => {
  equal(outcome('{"v":1,' + pair + ',"g":7,"x":' + Math.floor(Date.UTC(2026, 0, 1) / 1000) + "}"), "expired");
  equal(bound, null);
  equal(generation, null);
});
test("not expired yet", () => equal(outcome('{"v":1,' + pair + ',"x":' + (Math.floor(Date.UTC(2026, 0, 1) / 1000) + 1) + "}"), "found"));

const malformed: { [what: string]: string } = {
  "no JSON": "oops",
  "empty": "",
  "null": "null",
  "a text": '"12222220001"',
  "a list": "[1]",
  "a field is missing": '{"courier":"12222220001"}',
  "a field is null": '{"courier":"12222220001","client":null}',
  "a field is no number": '{"courier":"12222220001","client":"alice"}',
  "a field is empty": '{"courier":"12222220001","client":""}',
  "a field is a record": '{"courier":"12222220001","client":{}}',
  "a list is empty": '{"courier":"12222220001","client":[]}',
  "one of a list is no number": '{"courier":"12222220001","client":["13333330001","alice"]}',
  "another version": '{"v":2,' + pair + "}",
  "an expiry that is no time": '{"x":"tomorrow",' + pair + "}",
};
for (const what of Object.keys(malformed)) {
  test("malformed: " + what, () => {
    equal(outcome(malformed[what]), "malformed");
    equal(bound, null);
    ok(!host.trace.some(line => /2222220001|alice/.test(line)), "the log quotes the value");
  });
}

const all: { [name: string]: FieldType } = { a: "text", b: "number", c: "bool", d: "phone?", e: "text?", f: "number?", g: "bool?" };
test("fields of other types", () => {
  equal(outcome('{"a":12,"b":1.5,"c":false,"d":"12222220001","e":"x","f":0,"g":true}', all), "found");
  equal(bound, { a: "12", b: 1.5, c: false, d: "12222220001", e: "x", f: 0, g: true });
});
test("fields that may be absent", () => {
  equal(outcome('{"a":"","b":0,"c":true,"e":null}', all), "found");
  equal(bound, { a: "", b: 0, c: true, d: null, e: null, f: null, g: null });
});
test("a list has no fields", () => equal(outcome("[]", { a: "text?" }), "malformed"));
test("a number that is a text", () => equal(outcome('{"a":"","b":"1","c":true}', all), "malformed"));
test("a truth value that is a text", () => equal(outcome('{"a":"","b":1,"c":"true"}', all), "malformed"));
test("a text that is none", () => equal(outcome('{"a":[],"b":1,"c":true}', all), "malformed"));

const steps = () => host.trace.filter(line => /step lookup|hook|left/.test(line));

test("a storage that refuses", () => {
  host.storage = () => ({ after: 10, fails: true });
  looking();
  host.run(1000);
  equal(steps(), ["10 hook", "10 rf:step lookup failed 10ms"]);
  equal(host.check(), []);
});

test("a storage that throws", () => {
  host.storage = () => ({ after: 10, throws: true });
  looking();
  host.run(1000);
  equal(steps(), ["0 hook", "0 rf:step lookup failed 0ms"]);
});

test("a storage that does not answer in time", () => {
  host.storage = () => ({ after: 5001, value: "{" + pair + "}" });
  looking();
  host.run(20000);
  equal(steps(), ["5000 hook", "5000 rf:step lookup failed 5000ms"]);
  equal(bound, null);
  equal(host.check(), []);
});

/** A call at a collect that judges by the storage. */
function asking(): FakeCall {
  install();
  const ask = { prompt: () => [], min: 1, max: 1, keys: "1", ends: "", other: "ignore", partial: "refuse", bargeIn: true, firstDigit: 8000, betweenDigits: 8000, total: 0, silent: 2, wrong: 2 } as const;
  flow({ main: () => collect({ ...ask, accept: verdict => query({ key: "12345", fields }, verdict) }, { got: "bye", gave_up: "bye" }) });
  return host.ring("12222220001");
}

test("once the storage has answered nothing waits for it any more", () => {
  const call = asking();
  host.run(1000);
  call.press("1");
  host.run(100);
  equal(host.timers(), 1, "timers: the clock of the next attempt");
});

test("an answer that comes too late is no second verdict", () => {
  host.storage = () => ({ after: 5500, value: "{" + pair + "}" });
  const call = asking();
  host.run(1000);
  call.press("1");
  host.run(6000);
  equal(host.trace.slice(-1), ["1000 storage 12345"]);
});

test("an answer after the caller left is nobody's", () => {
  host.storage = () => ({ after: 3000, value: "{" + pair + "}" });
  const call = looking();
  host.run(1000);
  call.hangsUp();
  host.run(5000);
  equal(steps(), ["1000 rf:step lookup caller_left 1000ms", "1000 left"]);
  equal(bound, null);
  equal(host.check(), []);
});
