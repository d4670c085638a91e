// What a flow is started with.

import type { FieldType, StoredRecord } from "./flow";
import { hangup } from "./caller";
import { dial } from "./dial";
import { args, outbound } from "./outbound";
import { report } from "./report";
import { session } from "./session";
import { equal, ok, test } from "./testdata/assert";
import { host, install } from "./testdata/host";

const id = "0123456789abcdef";
const given = '"v":1,"x":9999999999,"customer":"+1 333 333-0001","day":"Monday"';
const fields: { [name: string]: FieldType } = { customer: "phone", day: "text", note: "text?" };
let v: StoredRecord | null = null;

/** A session that is started with custom data, and finds a value. */
function starting(data: string, value: string | null = "{" + given + "}", settings: string[] = []): string {
  install();
  host.customData = data;
  host.storage = () => ({ after: 10, value });
  host.carrier = leg => host.later(1000, () => leg.fails(486));
  const states: { [id: string]: () => void } = {
    args: () => args({ fields, bind: record => { v = record; } }, { found: "dial", missing: "end", malformed: "end", failed: "end" }),
    dial: () => dial({ to: v === null ? null : v.customer as string, from: "10000000000", role: "person", ringFor: 30000 }, { answered: "bye", busy: "bye", no_answer: "bye", rejected: "bye", failed: "bye" }),
    bye: () => hangup(),
    report: () => report({ url: "https://example.com/results", body: {}, key: "", details: "body" }, "end"),
  };
  outbound({ flow: "test", starts: "api", start: "args", finally: "report", settings, enter: state => states[state]() });
  host.start();
  host.run(20000);
  equal(host.check(), []);
  return session.path[0] || "";
}

const reference = (of = id) => JSON.stringify({ v: 1, args: of });
const dialled = () => host.trace.filter(line => / dial /.test(line)).length;
const about = () => JSON.parse(host.requests[0].body).ringflow;

test("they are read, taken away, and only then somebody is dialled", () => {
  equal(starting(reference()), "args found");
  equal(v, { customer: "13333330001", day: "Monday", note: null });
  equal(host.trace.slice(0, 4), [
    "0 storage ringflow-args:" + id,
    "10 remove ringflow-args:" + id,
    "20 rf:step args found 20ms",
    "20 dial 13333330001 showing 10000000000",
  ]);
  equal([about().starts, about().ended_by, about().session], ["api", "flow", "4711"]);
  equal(about().legs, [{ role: "person", outcome: "busy", code: 486, ringing_ms: 1000, talk_ms: 0 }]);
});

test("without custom data there are none", () => {
  equal(starting(""), "args missing");
  equal(about().ended_by, "error");
});

test("a key that is gone was taken by another session", () => {
  equal(starting(reference(), null), "args missing");
  equal(dialled(), 0);
});

test("two sessions that read at the same time: who takes the key dials", () => {
  host.removal = () => ({ after: 10, item: null });
  equal(starting(reference()), "args missing");
  equal(dialled(), 0);
});

test("they are too old", () => {
  equal(starting(reference(), '{"v":1,"x":1,"customer":"13333330001","day":"Monday"}'), "args missing");
});

test("an argument is of another type, or not there", () => {
  equal(starting(reference(), '{"v":1,"customer":"nobody","day":"Monday"}'), "args malformed");
  equal(dialled(), 0);
});

for (const data of ["13333330001", "null", "[]", '{"v":2,"args":"' + id + '"}', '{"v":1,"args":7}', '{"v":1,"args":"order:12345"}', '{"v":1,"args":"short"}']) {
  test("custom data that is no reference: " + data, () => {
    equal(starting(data), "args malformed");
    equal(host.trace.filter(line => /storage/.test(line)), []);
  });
}

test("nobody is dialled when the key cannot be taken away", () => {
  host.removal = () => ({ after: 10, fails: true });
  equal(starting(reference()), "args failed");
  equal(dialled(), 0);
});

test("or when nobody knows whether it was", () => {
  host.removal = () => ({ after: 7000 });
  equal(starting(reference()), "args failed");
  ok(host.trace.some(line => /^5010 rf:step args failed/.test(line)), host.trace.join("\n"));
  equal(dialled(), 0);
});

test("or when the storage throws", () => {
  host.removal = () => ({ after: 0, throws: true });
  equal(starting(reference()), "args failed");
});

test("a script that was not bound calls nobody", () => {
  equal(starting(reference(), null, ["rented"]), "");
  ok(host.trace.some(line => /rf:error the script was not bound: no value for rented/.test(line)), host.trace.join("\n"));
  equal(host.requests.length, 0);
});

test("a call that comes in all the same is refused", () => {
  install();
  outbound({ flow: "test", starts: "api", start: "wait", finally: "", settings: [], enter: () => {} });
  const call = host.ring("12222220001");
  ok(call.isGone(), "the call is up");
  equal(host.trace[0], "0 caller reject 503");
});

test("the platform ends the session while the arguments are read", () => {
  install();
  host.customData = reference();
  host.storage = () => ({ after: 4000, value: null });
  outbound({ flow: "test", starts: "api", start: "args", finally: "", settings: [], enter: () => args({ fields, bind: () => {} }, { found: "end", missing: "end", malformed: "end", failed: "end" }) });
  host.start();
  host.run(1000);
  host.end(false);
  host.run(10000);
  equal(session.path, ["args terminated"]);
  equal(session.endedBy, "platform");
  equal(host.check(), []);
});
