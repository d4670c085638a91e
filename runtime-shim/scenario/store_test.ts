// Writing and deleting entries.

import { forget, store } from "./store";
import { go } from "./state";
import { equal, test } from "./testdata/assert";
import { host, install, type FakeCall } from "./testdata/host";
import { flow } from "./testdata/masking";

const start = Date.UTC(2026, 0, 1) / 1000;

function writing(value: { [field: string]: unknown }, key = "visit:7", last = false): FakeCall {
  install();
  const to = (next: string) => store({ key, value, keep: 60 }, { done: next, failed: next === "end" ? "end" : "no" });
  flow({ main: () => go("done", last ? "wait" : "write"), wait: () => {}, write: () => to("bye"), no: () => go("done", "bye"), last: () => to("end") }, last ? "last" : undefined);
  return host.ring("12222220001");
}

const steps = () => host.trace.filter(line => /step (write|last|drop)|note/.test(line)).map(line => line.replace("rf:step ", ""));

test("an entry has its version and its end", () => {
  writing({ name: "Ann", count: 1, last: null });
  host.run(1000);
  equal(steps(), ["10 write done 10ms"]);
  equal(host.stored, { "visit:7": { value: '{"v":1,"name":"Ann","count":1,"last":null,"x":' + (start + 60) + "}", ttl: 60 } });
});

test("an entry that is too long is not sent", () => {
  writing({ name: "x".repeat(2000) });
  host.run(1000);
  equal(steps(), ["0 rf:note write the entry is too long", "0 write failed 0ms"]);
  equal(host.stored, {});
});

test("a key that is too long is not sent", () => {
  writing({}, "k".repeat(201));
  host.run(1000);
  equal(steps(), ["0 rf:note write the key is too long", "0 write failed 0ms"]);
});

test("a storage that refuses", () => {
  host.storage = () => ({ after: 10, fails: true });
  writing({});
  host.run(1000);
  equal(steps(), ["10 write failed 10ms"]);
});

test("a storage that throws", () => {
  host.storage = () => ({ after: 10, throws: true });
  writing({});
  host.run(1000);
  equal(steps(), ["0 write failed 0ms"]);
});

test("a storage that does not answer in time", () => {
  host.storage = () => ({ after: 5001 });
  writing({});
  host.run(20000);
  equal(steps(), ["5000 write failed 5000ms"]);
});

test("what is forgotten is gone", () => {
  install();
  host.stored["visit:7"] = { value: "{}", ttl: 60 };
  flow({ main: () => go("done", "drop"), drop: () => forget("visit:7", { done: "bye", failed: "bye" }) });
  host.ring("12222220001");
  host.run(1000);
  equal(steps(), ["10 drop done 10ms"]);
  equal(host.stored, {});
});

test("nothing is asked in the end phase", () => {
  writing({}, "visit:7", true);
  host.run(1000);
  host.end(false);
  equal(steps(), ["1000 last failed 0ms"]);
  equal(host.stored, {});
});

test("the end phase does not wait for it", () => {
  host.storage = () => ({ after: 3000 });
  const call = writing({}, "visit:7", true);
  host.run(1000);
  call.hangsUp();
  host.run(100);
  host.end(false);
  equal(steps(), ["1100 last failed 100ms"]);
});
