// The flow's own JavaScript.

import type { Shapes } from "./shape";
import { script } from "./script";
import { go } from "./state";
import { equal, ok, test } from "./testdata/assert";
import { host, install } from "./testdata/host";
import { flow } from "./testdata/masking";

let bound: unknown = null;

/** The outcome of a script. */
function outcome(code: (...given: never[]) => unknown, gives: Shapes, ...given: unknown[]): string {
  install();
  flow({ main: () => go("done", "run"), run: () => script(code, given, gives, reply => { bound = reply; }, { done: "bye", failed: "no" }), no: () => go("done", "bye") });
  host.ring("12222220001");
  host.run(10);
  return host.trace.filter(line => /step run/.test(line))[0].split(" ")[3];
}

test("what it declares is handed on, and nothing else", () => {
  equal(outcome((a: number, b: string) => ({ sum: a + 1, b, more: 1 }), { sum: "number", b: "text", none: "text?" }, 1, "x"), "done");
  equal(bound, { sum: 2, b: "x", none: null });
});

test("it changes copies", () => {
  const list = ["a"];
  const record = { n: 1 };
  equal(outcome((l: string[], r: { n: number }, none: null) => { l.push("b"); r.n = 2; return { n: l.length + r.n, none }; }, { n: "number", none: "text?" }, list, record, null), "done");
  equal([list, record, bound], [["a"], { n: 1 }, { n: 4, none: null }]);
});

test("its loops are counted", () => {
  equal(outcome((turn: () => void) => { for (;;) turn(); }, {}), "failed");
  ok(host.trace.some(line => /too many turns/.test(line)), "the log says why");
});

test("what it throws is logged without digits", () => {
  equal(outcome(() => { throw new Error("order 12345"); }, {}), "failed");
  ok(host.trace.some(line => /rf:note run threw Error: order 0$/.test(line)), host.trace.join("\n"));
});

test("what it throws may be anything", () => {
  equal(outcome(() => { throw { toString: () => { throw new Error("again"); } }; }, {}), "failed");
  ok(host.trace.some(line => /rf:note run threw something$/.test(line)), host.trace.join("\n"));
});

const wrong: { [what: string]: [unknown, Shapes] } = {
  "nothing": [undefined, {}], "null": [null, {}], "a text": ["x", {}], "a list": [[], {}], "a field is missing": [{}, { a: "text" }],
  "a number for a text": [{ a: 1 }, { a: "text" }], "a text for a number": [{ a: "1" }, { a: "number" }], "no number": [{ a: NaN }, { a: "number" }],
  "a word that is none": [{ a: "x" }, { a: { words: ["y"] } }], "no url": [{ a: "ftp://a" }, { a: "url" }], "no email": [{ a: "a" }, { a: "email" }],
  "no phone": [{ a: "12" }, { a: "phone" }], "an item of another type": [{ a: [1, "2"] }, { a: { list: "number" } }], "no list": [{ a: {} }, { a: { list: "number" } }],
  "a record without a field": [{ a: { b: 1 } }, { a: { fields: { b: "number", c: "bool" } } }], "null for a record": [{ a: null }, { a: { fields: {} } }],
};
for (const what of Object.keys(wrong)) {
  test("returned " + what, () => {
    equal(outcome(() => wrong[what][0], wrong[what][1]), "failed");
    equal(bound, null);
  });
}

test("everything that can be declared", () => {
  const shapes: Shapes = { a: { list: { fields: { b: "bool", c: "number?" } } }, d: { words: ["x", "y"] }, e: "url", f: "email", g: "phone", h: { list: "text", optional: true }, i: { words: ["x"], optional: true } };
  equal(outcome(() => ({ a: [{ b: true }, { b: false, c: 1 }], d: "y", e: "https://a.example/", f: "a@b.example", g: "+1 222 222-0001" }), shapes), "done");
  equal(bound, { a: [{ b: true, c: null }, { b: false, c: 1 }], d: "y", e: "https://a.example/", f: "a@b.example", g: "12222220001", h: null, i: null });
});
