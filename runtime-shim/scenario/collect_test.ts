// Keys and the clock.

import type { Collect } from "./flow";
import { collect } from "./collect";
import { connect } from "./connect";
import { play } from "./playback";
import { go } from "./state";
import { equal, test } from "./testdata/assert";
import { host, install, type FakeCall } from "./testdata/host";
import { flow } from "./testdata/masking";

const text = (word: string) => () => [word];

/** "ask" takes 480 ms. */
const plain: Collect = {
  prompt: text("ask"), again: { silent: text("mum"), wrong: text("bad") },
  min: 3, max: 3, keys: "0123456789", ends: "", other: "ignore", partial: "accept", bargeIn: true,
  firstDigit: 8000, betweenDigits: 4000, total: 0, silent: 2, wrong: 2,
};

/** A call that is at the collect; entered values are traced. */
function collecting(change: Partial<Collect>, before = 0): FakeCall {
  install();
  const spec: Collect = { ...plain, ...change };
  const hook = (outcome: string, keys: string) => {
    if (outcome === "entered") host.say("entered " + keys);
    if (outcome === "caller_left") host.say("left");
    if (/#|missing|expired|gave_up/.test(outcome)) host.say("hook " + outcome);
  };
  flow({
    main: () => (before > 0 ? play([{ silence: before }], { done: "collect" }) : go("done", "collect")),
    collect: () => collect(spec, { got: "bye", gave_up: "bye", "#": "bye", failed: "bye" }, hook),
  });
  const call = host.ring("12222220001");
  host.run(0);
  return call;
}

const seen = () => host.trace.slice(4).filter(line => !/step (bye|main)|hangup|terminate| key |heard/.test(line));

test("the clock runs from the end of the prompt", () => {
  collecting({});
  host.run(60000);
  equal(seen(), ["0 caller say ask", "8480 caller say mum", "16960 hook gave_up", "16960 rf:step collect gave_up 16960ms"]);
  equal(host.check(), []);
});

test("a key stops the prompt and starts the clock of the next one", () => {
  const call = collecting({});
  host.run(100);
  call.press("1");
  host.run(60000);
  equal(seen(), ["0 caller say ask", "100 caller stop", "4100 entered 1", "4100 rf:step collect got 4100ms"]);
  equal(host.check(), []);
});

test("each key restarts the clock, the last one ends it", () => {
  const call = collecting({});
  host.run(1000);
  for (const key of "123") {
    call.press(key);
    host.run(3999);
  }
  equal(seen(), ["0 caller say ask", "8998 entered 123", "8998 rf:step collect got 8998ms"]);
});

test("an unexpected key changes nothing", () => {
  const call = collecting({});
  host.run(100);
  call.press("*");
  host.run(8000);
  call.press("*");
  host.run(8000);
  equal(seen(), ["0 caller say ask", "8480 caller say mum"]);
});

test("an unexpected key may be a wrong attempt", () => {
  const call = collecting({ other: "wrong" });
  host.run(100);
  call.press("1*");
  host.run(2000);
  call.press("*");
  equal(seen(), ["0 caller say ask", "100 caller stop", "100 caller say bad", "2100 hook gave_up", "2100 rf:step collect gave_up 2100ms"]);
});

test("too few keys are a wrong attempt if partial is refused", () => {
  const call = collecting({ partial: "refuse" });
  host.run(1000);
  call.press("1");
  host.run(4000);
  call.press("456");
  equal(seen(), ["0 caller say ask", "5000 caller say bad", "5000 caller stop", "5000 entered 456", "5000 rf:step collect got 5000ms"]);
});

test("a terminator ends the value and is no part of it", () => {
  const call = collecting({ min: 1, max: 9, ends: "*" });
  host.run(1000);
  call.press("12*");
  equal(seen(), ["0 caller say ask", "1000 entered 12", "1000 rf:step collect got 1000ms"]);
});

test("a terminator alone is a wrong attempt", () => {
  const call = collecting({ ends: "*" });
  host.run(1000);
  call.press("*");
  equal(seen(), ["0 caller say ask", "1000 caller say bad"]);
});

test("a terminator alone is a value if none is needed", () => {
  const call = collecting({ min: 0, ends: "*" });
  host.run(1000);
  call.press("*");
  equal(seen(), ["0 caller say ask", "1000 entered ", "1000 rf:step collect got 1000ms"]);
});

test("silence and wrong attempts have budgets of their own", () => {
  const call = collecting({ silent: 2, wrong: 2, partial: "refuse" });
  host.run(8480 + 1000);
  call.press("1");
  host.run(4000);
  equal(seen(), ["0 caller say ask", "8480 caller say mum", "13480 caller say bad"]);
  host.run(480 + 8000);
  equal(seen().slice(3), ["21960 hook gave_up", "21960 rf:step collect gave_up 21960ms"]);
});

test("the total limits an attempt, however many keys come", () => {
  const call = collecting({ max: 9, total: 5000 });
  host.run(480);
  for (let i = 0; i < 4; i++) {
    host.run(1500);
    if (i < 3) call.press("1");
  }
  equal(seen(), ["0 caller say ask", "5480 entered 111", "5480 rf:step collect got 5480ms"]);
});

test("an exit acts while the prompt plays", () => {
  collecting({}).press("#");
  equal(seen(), ["0 caller say ask", "0 hook #", "0 rf:step collect # 0ms", "0 caller stop"]);
  equal(host.trace.some(line => /left/.test(line)), false);
});

test("an exit acts while waiting, also after keys", () => {
  const call = collecting({});
  host.run(1000);
  call.press("12#");
  host.run(60000);
  equal(seen(), ["0 caller say ask", "1000 hook #", "1000 rf:step collect # 1000ms"]);
  equal(host.check(), []);
});

test("an exit acts while a value is judged, other keys do not", () => {
  const call = collecting({ accept: verdict => void setTimeout(() => verdict("found"), 1000) });
  host.run(1000);
  call.press("123");
  host.run(500);
  call.press("456#");
  equal(seen(), ["0 caller say ask", "1000 entered 123", "1500 hook #", "1500 rf:step collect # 1500ms"]);
});

test("an exit acts before a key that would end the value", () => {
  const call = collecting({ keys: "0123456789#", ends: "#" });
  host.run(1000);
  call.press("#");
  equal(seen()[2], "1000 rf:step collect # 1000ms");
});

test("a verdict that is no edge is a wrong attempt, an expired value is a missing one", () => {
  const verdicts = ["missing", "expired"];
  const call = collecting({ wrong: 3, accept: verdict => verdict(verdicts.shift() || "found") });
  host.run(1000);
  call.press("111");
  host.run(100);
  call.press("222");
  host.run(100);
  call.press("333");
  equal(seen().filter(line => / say |step|hook/.test(line)), ["0 caller say ask", "1000 hook missing", "1000 caller say bad", "1100 hook expired", "1100 caller say bad", "1200 rf:step collect got 1200ms"]);
});

test("a verdict that is an edge is taken", () => {
  const call = collecting({ accept: verdict => verdict("failed") });
  host.run(1000);
  call.press("111");
  equal(seen().slice(-1), ["1000 rf:step collect failed 1000ms"]);
});

test("keys typed ahead are the answer; the prompt is not played", () => {
  const call = collecting({}, 2000);
  call.press("12*3");
  host.run(2000);
  equal(seen(), ["2000 entered 123", "2000 rf:step collect got 0ms"]);
});

test("keys typed ahead may be the beginning of an answer", () => {
  const call = collecting({}, 2000);
  call.press("12");
  host.run(60000);
  equal(seen(), ["6000 entered 12", "6000 rf:step collect got 4000ms"]);
});

test("keys typed ahead may be wrong", () => {
  const call = collecting({ other: "wrong" }, 2000);
  call.press("*");
  host.run(3000);
  call.press("123");
  equal(seen(), ["2000 caller say bad", "3000 entered 123", "3000 rf:step collect got 1000ms"]);
});

test("an exit typed ahead acts at once", () => {
  const call = collecting({}, 2000);
  call.press("1#");
  host.run(2000);
  equal(seen(), ["2000 hook #", "2000 rf:step collect # 0ms"]);
});

test("what is left of keys typed ahead waits for the next collect", () => {
  install();
  const next = (prompt: string, then: string) => () => collect({ ...plain, prompt: text(prompt) }, { got: then, gave_up: "bye" }, (outcome, keys) => { if (outcome === "entered") host.say(prompt + " " + keys); });
  flow({ main: () => play([{ silence: 1000 }], { done: "one" }), one: next("first", "two"), two: next("second", "bye") });
  const call = host.ring("12222220001");
  call.press("11122");
  host.run(3000);
  call.press("2");
  equal(seen(), ["1000 first 111", "1000 rf:step one got 0ms", "3000 second 222", "3000 rf:step two got 2000ms"]);
});

test("without barge-in the prompt is heard to its end, then the keys count", () => {
  const call = collecting({ bargeIn: false });
  host.run(100);
  call.press("12");
  host.run(380);
  host.run(60000);
  equal(seen(), ["0 caller say ask", "4480 entered 12", "4480 rf:step collect got 4480ms"]);
});

test("without barge-in a whole answer is judged when the prompt is over", () => {
  const call = collecting({ bargeIn: false });
  call.press("123");
  host.run(60000);
  equal(seen(), ["0 caller say ask", "480 entered 123", "480 rf:step collect got 480ms"]);
});

test("without barge-in an exit still acts at once, also behind keys that wait", () => {
  const call = collecting({ bargeIn: false });
  host.run(100);
  call.press("12#");
  equal(seen().slice(0, 3), ["0 caller say ask", "100 hook #", "100 rf:step collect # 100ms"]);
});

const hint = { after: 1500, play: text("hint") };

test("the hint is played once, and the clock does not care", () => {
  collecting({ hint });
  host.run(8480);
  equal(seen(), ["0 caller say ask", "1980 caller say hint", "8480 caller say mum"]);
  host.run(8400);
  equal(seen().length, 3);
});

test("a counted key cancels the hint for good", () => {
  const call = collecting({ hint, partial: "refuse" });
  host.run(1000);
  call.press("1");
  host.run(8000);
  equal(seen(), ["0 caller say ask", "5000 caller say bad"]);
});

test("a key that does not count does not cancel the hint", () => {
  const call = collecting({ hint });
  host.run(1000);
  call.press("*");
  host.run(1000);
  equal(seen(), ["0 caller say ask", "1980 caller say hint"]);
});

test("a key stops the hint", () => {
  const call = collecting({ hint });
  host.run(2000);
  call.press("1");
  equal(seen(), ["0 caller say ask", "1980 caller say hint", "2000 caller stop"]);
});

test("a hint that is still heard when the time is up gives way", () => {
  collecting({ hint: { after: 1500, play: text("h".repeat(600)) } });
  host.run(9000);
  equal(seen().slice(2), ["8480 caller stop", "8480 caller say mum"]);
  equal(host.violations, []);
});

test("without barge-in a key lets the hint be heard", () => {
  const call = collecting({ hint, bargeIn: false });
  host.run(2000);
  call.press("1");
  host.run(500);
  equal(seen(), ["0 caller say ask", "1980 caller say hint"]);
});

test("an exit is a key that counts: there is no hint later", () => {
  install();
  flow({
    main: () => collect(plain, { got: "bye", gave_up: "bye", "#": "again" }),
    again: () => collect({ ...plain, hint }, { got: "bye", gave_up: "bye" }),
  });
  host.ring("12222220001").press("#");
  host.run(5000);
  equal(host.trace.some(line => /hint/.test(line)), false);
});

test("the clock does not run while a wrong key is answered", () => {
  const call = collecting({ other: "wrong", total: 9000, hint: { after: 7000, play: text("hint") }, again: { wrong: text("b".repeat(200)) } });
  host.run(1000);
  call.press("*");
  host.run(12300 + 7900);
  equal(seen(), ["0 caller say ask", "1000 caller say " + "200 characters"]);
});

test("the clock does not run while a value is judged", () => {
  const call = collecting({ firstDigit: 3000, total: 3000, accept: verdict => void setTimeout(() => verdict("found"), 10000) });
  host.run(1000);
  call.press("123");
  host.run(15000);
  equal(seen(), ["0 caller say ask", "1000 entered 123", "11000 rf:step collect got 11000ms"]);
});

test("a transfer forgets keys that were typed ahead", () => {
  install();
  const edges = { ended: "ask", busy: "ask", no_answer: "ask", rejected: "ask", failed: "ask" };
  flow({
    main: () => play([{ silence: 1000 }], { done: "dial" }),
    dial: () => connect({ to: null, from: "", role: "", ringFor: 0, talkFor: 0 }, edges),
    ask: () => collect(plain, { got: "bye", gave_up: "bye" }),
  });
  const call = host.ring("12222220001");
  call.press("123");
  host.run(1000);
  equal(host.trace.slice(-2), ["1000 caller tones on", "1000 caller say ask"]);
  call.press("456");
  equal(host.trace.some(line => /collect|ask got/.test(line)), true);
});

test("a caller who is gone, but not yet told to be, is asked without harm", () => {
  install();
  const edges = { ended: "ask", busy: "ask", no_answer: "ask", rejected: "ask", failed: "ask" };
  flow({
    main: () => play([{ silence: 1000 }], { done: "dial" }),
    dial: () => connect({ to: null, from: "", role: "", ringFor: 0, talkFor: 0 }, edges),
    ask: () => collect(plain, { got: "bye", gave_up: "bye" }),
  });
  const call = host.ring("12222220001");
  host.run(500);
  call.hangsUp(1000);
  host.run(2000);
  equal(host.trace.filter(line => /error/.test(line)), []);
  equal(host.check(), []);
});

test("a menu takes its exits and nothing else", () => {
  const call = collecting({ min: 0, max: 0, keys: "", silent: 1 });
  host.run(1000);
  call.press("19");
  host.run(7480);
  equal(seen(), ["0 caller say ask", "8480 hook gave_up", "8480 rf:step collect gave_up 8480ms"]);
});

test("the caller leaves", () => {
  const call = collecting({ hint });
  host.run(1000);
  call.hangsUp();
  host.run(60000);
  equal(seen(), ["0 caller say ask", "1000 caller hangs up", "1000 rf:step collect caller_left 1000ms", "1000 left"]);
  equal(host.check(), []);
});

test("a prompt that cannot be played costs nothing but the prompt", () => {
  host.refuses.say = true;
  const call = collecting({});
  host.run(1000);
  call.press("123");
  equal(seen().slice(-1), ["1000 rf:step collect got 1000ms"]);
});
