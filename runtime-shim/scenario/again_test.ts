// What is entered again keeps what it has used.

import { again, repeat, restart } from "./again";
import { collect, collected } from "./collect";
import type { Collect } from "./flow";
import { pick } from "./pick";
import { play } from "./playback";
import { equal, test } from "./testdata/assert";
import { host, install, type FakeCall } from "./testdata/host";
import { flow } from "./testdata/masking";

const text = (word: string) => () => [word];

const plain: Collect = { prompt: text("ask"), again: { wrong: text("bad") }, min: 1, max: 1, keys: "5", other: "wrong", bargeIn: true, firstDigit: 8000, betweenDigits: 4000, silent: 2, wrong: 3 };

/** Key * hears the step again, key 5 begins it again. */
function asking(change: Partial<Collect>, free = 2): FakeCall {
  install();
  flow({
    main: () => again(collect, collected, { ...plain, ...change }, { "*": "repeat", "#": "fresh", got: "restart", gave_up: "bye" }),
    repeat: () => repeat("main", free),
    restart: () => restart("main"),
    fresh: () => play([{ silence: 100 }], "main"),
  });
  return host.ring("12222220001");
}

const seen = () => host.trace.filter(line => / say |gave_up/.test(line));

test("a repeat costs no attempt", () => {
  const call = asking({ silent: 1 });
  host.run(1000);
  call.press("*");
  host.run(1000);
  call.press("*");
  host.run(8480);
  equal(seen(), ["0 caller say ask", "1000 caller say ask", "2000 caller say ask", "10480 rf:step main gave_up 8480ms"]);
});

test("a repeat that comes too often costs an attempt", () => {
  const call = asking({});
  for (let i = 0; i < 5; i++) {
    host.run(1000);
    call.press("*");
  }
  equal(seen().length, 6);
  equal(seen().slice(-1), ["5000 rf:step main gave_up 0ms"]);
});

test("a repeat gives no attempt back", () => {
  const call = asking({});
  host.run(8480);
  call.press("9");
  host.run(1000);
  call.press("*");
  host.run(8480);
  equal(seen().slice(-1), ["17960 rf:step main gave_up 8480ms"]);
});

test("wrong attempts before a repeat count", () => {
  const call = asking({});
  call.press("99*");
  host.run(500);
  call.press("9");
  equal(seen().slice(-1), ["500 rf:step main gave_up 500ms"]);
});

test("a restart costs an attempt, and there is none with the last", () => {
  const call = asking({});
  for (let i = 0; i < 3; i++) {
    host.run(1000);
    call.press("5");
  }
  equal(seen(), ["0 caller say ask", "1000 caller say ask", "2000 caller say ask", "3000 rf:step main gave_up 0ms"]);
  host.run(60000);
  equal(host.check(), []);
});

test("who comes by another way has all attempts", () => {
  const call = asking({});
  call.press("99#");
  host.run(100);
  call.press("99");
  equal(seen().some(line => /gave_up/.test(line)), false);
  call.press("9");
  equal(seen().slice(-1), ["100 rf:step main gave_up 0ms"]);
});

/** A menu of items. */
function picking(items: string[], keys = "123456789"): FakeCall {
  install();
  flow({
    main: () => pick({ ...plain, other: "ignore", keys, items, line: (item: string, key: string) => item + " " + key, bind: (item: string) => host.say("picked " + item) }, { "0": "bye", picked: "bye", gave_up: "bye" }),
  });
  return host.ring("12222220001");
}

test("the items are offered in their order, a key each", () => {
  const call = picking(["Haifa", "Acre"]);
  host.run(60000);
  equal(seen().slice(0, 4), ["0 caller say ask", "480 caller say Haifa 1", "1200 caller say Acre 2", "9860 caller say ask"]);
  equal(call.isGone(), true);
});

test("a key picks its item, one without an item does nothing", () => {
  const call = picking(["Haifa", "Acre"]);
  host.run(100);
  call.press("32");
  equal(host.trace.filter(line => /picked|stop/.test(line)), ["100 caller stop", "100 picked Acre", "100 rf:step main picked 100ms"]);
});

test("an exit is no item", () => {
  const call = picking(["Haifa"]);
  call.press("0");
  equal(host.trace.some(line => /rf:step main 0 /.test(line)), true);
});

test("items behind the last key are not offered", () => {
  const call = picking(["Haifa", "Acre", "Eilat"], "12");
  host.run(3000);
  call.press("3");
  equal(host.trace.some(line => /Eilat/.test(line)), false);
});

test("a list without items gives up at once", () => {
  picking([]);
  equal(seen(), ["0 rf:step main gave_up 0ms"]);
});
