// Speech and keys, and the clocks of both.

import { listen, type Listen } from "./listen";
import { play } from "./playback";
import { go } from "./state";
import { equal, test } from "./testdata/assert";
import { host, install, type FakeCall } from "./testdata/host";
import { flow } from "./testdata/masking";
import { installRecogniser, recogniser, type FakeASR } from "./testdata/recogniser";

const text = (word: string) => () => [word];

/** "ask" takes 480 ms. */
const plain: Listen = {
  prompt: text("ask"), again: { silent: text("mum"), wrong: text("bad") }, recogniser: { profile: "en" as unknown as ASRProfileList.Google },
  bargeIn: true, confidence: 50, timeout: 8000, longest: 15000, silent: 2, wrong: 2, bind: heard => host.say("bound " + heard),
};

/** A call that is at the listen. */
function asking(change: Partial<Listen>, before = 0): { call: FakeCall; asr: () => FakeASR } {
  install();
  installRecogniser();
  const spec: Listen = { ...plain, ...change };
  flow({
    main: () => (before > 0 ? play([{ silence: before }], { done: "listen" }) : go("done", "listen")),
    listen: () => listen(spec, { got: "bye", gave_up: "bye", "#": "bye", failed: "bye" }),
  });
  const call = host.ring("12222220001");
  host.run(0);
  return { call, asr: () => recogniser.made[recogniser.made.length - 1] };
}

const seen = () => host.trace.slice(4).filter(line => !/step (bye|main)|hangup|terminate| key |heard|asr|tones/.test(line));
const ears = () => host.trace.filter(line => / asr /.test(line));

test("an answer is bound, and is not in the log", () => {
  const { asr } = asking({});
  host.run(1000);
  asr().hears("My number is 12345");
  equal(seen(), ["0 caller say ask", "2100 bound My number is 12345", "2100 rf:step listen got 2100ms"]);
  equal(host.trace.filter(line => /12345/.test(line) && !/bound/.test(line)), []);
  host.run(60000);
  equal(host.check(), []);
});

test("the wait runs from the end of the prompt", () => {
  asking({});
  host.run(60000);
  equal(seen(), ["0 caller say ask", "8480 caller say mum", "16960 rf:step listen gave_up 16960ms"]);
  equal(host.check(), []);
});

test("who speaks in time may speak on", () => {
  const { asr } = asking({});
  host.run(8400);
  asr().starts();
  host.run(5000);
  asr().ends();
  asr().result("yes");
  equal(seen(), ["0 caller say ask", "13400 bound yes", "13400 rf:step listen got 13400ms"]);
});

test("a word stops the prompt", () => {
  const { asr } = asking({});
  host.run(100);
  asr().hears("yes");
  equal(seen(), ["0 caller say ask", "100 caller stop", "1200 bound yes", "1200 rf:step listen got 1200ms"]);
  equal(ears(), ["0 asr on", "1200 asr off", "1200 asr stop"]);
});

test("without barge-in nobody listens before the end of the prompt", () => {
  const { asr, call } = asking({ bargeIn: false, digits: 3 });
  equal(ears(), []);
  call.press("12");
  host.run(480);
  equal(ears(), ["480 asr on", "480 asr off"]);
  call.press("3");
  equal(seen(), ["0 caller say ask", "480 bound 123", "480 rf:step listen got 480ms"]);
  equal(asr().stopped, true);
});

test("what is not certain enough is wrong, whatever the provider counts to", () => {
  const { asr } = asking({ wrong: 3 });
  host.run(1000);
  asr().hears("yes", 0.49);
  host.run(1000);
  asr().hears("yes", 49);
  host.run(1000);
  asr().hears("yes", 0.5);
  equal(seen(), ["0 caller say ask", "2100 caller say bad", "4200 caller say bad", "6300 bound yes", "6300 rf:step listen got 6300ms"]);
});

test("what was not understood is wrong", () => {
  const { asr } = asking({ confidence: 0 });
  host.run(1000);
  asr().hears("", 0);
  host.run(1000);
  asr().hears(" ", 0);
  equal(seen().slice(-1), ["4200 rf:step listen gave_up 4200ms"]);
});

test("silence and wrong answers have budgets of their own", () => {
  const { asr } = asking({});
  host.run(8480 + 1000);
  asr().hears("", 0);
  host.run(480 + 8000);
  equal(seen(), ["0 caller say ask", "8480 caller say mum", "10580 caller say bad", "19060 rf:step listen gave_up 19060ms"]);
});

const phrases = { sales: ["sales", "buy something"], support: ["support"] };

test("one of the phrases has to be said", () => {
  const { asr } = asking({ phrases });
  host.run(1000);
  asr().hears("I have a question");
  host.run(1000);
  asr().hears("I would like to BUY something, please.");
  equal(seen(), ["0 caller say ask", "2100 caller say bad", "4200 bound sales", "4200 rf:step listen got 4200ms"]);
});

test("a key may stand for a word, and stops the prompt", () => {
  const { call } = asking({ phrases, keys: { "2": "support" } });
  host.run(100);
  call.press("12");
  equal(seen(), ["0 caller say ask", "100 caller stop", "100 bound support", "100 rf:step listen got 100ms"]);
});

test("digits are an answer too, and words count no longer", () => {
  const { call, asr } = asking({ digits: 3 });
  host.run(1000);
  call.press("1");
  asr().starts();
  asr().ends();
  asr().result("one");
  host.run(7999);
  call.press("23");
  equal(seen(), ["0 caller say ask", "8999 bound 123", "8999 rf:step listen got 8999ms"]);
});

test("too few digits are wrong", () => {
  const { call } = asking({ digits: 3 });
  host.run(1000);
  call.press("1");
  host.run(8000);
  equal(seen(), ["0 caller say ask", "9000 caller say bad"]);
});

test("digits take over from somebody who speaks", () => {
  const { call, asr } = asking({ digits: 2 });
  host.run(1000);
  asr().starts();
  host.run(1000);
  call.press("12");
  equal(seen(), ["0 caller say ask", "2000 bound 12", "2000 rf:step listen got 2000ms"]);
});

test("an unexpected key changes nothing", () => {
  const { call } = asking({});
  host.run(100);
  call.press("1");
  host.run(8380);
  equal(seen(), ["0 caller say ask", "8480 caller say mum"]);
});

test("an unexpected key may be a wrong answer", () => {
  const { call } = asking({ other: "wrong" });
  host.run(100);
  call.press("1");
  equal(seen(), ["0 caller say ask", "100 caller stop", "100 caller say bad"]);
});

test("an exit acts at any time", () => {
  const { call, asr } = asking({ bargeIn: false });
  host.run(100);
  call.press("#");
  equal(seen().slice(0, 2), ["0 caller say ask", "100 rf:step listen # 100ms"]);
  equal(asr(), undefined);
});

test("an exit acts while somebody speaks", () => {
  const { call, asr } = asking({});
  host.run(1000);
  asr().starts();
  call.press("#");
  host.run(60000);
  equal(seen().slice(1), ["1000 rf:step listen # 1000ms"]);
  equal(host.check(), []);
});

test("keys typed ahead are the answer, and nothing is recognised", () => {
  const { call, asr } = asking({ digits: 2 }, 1000);
  call.press("12");
  host.run(1000);
  equal(seen(), ["1000 bound 12", "1000 rf:step listen got 0ms"]);
  equal(asr(), undefined);
});

test("who does not come to an end is cut off, and what was heard counts", () => {
  const { asr } = asking({ longest: 5000 });
  host.run(1000);
  asr().starts();
  host.run(5000);
  equal(ears().slice(-1), ["6000 asr off"]);
  asr().ends();
  asr().result("a long story");
  equal(seen(), ["0 caller say ask", "6000 bound a long story", "6000 rf:step listen got 6000ms"]);
});

test("several sentences are one answer, with a pause at its end", () => {
  const { asr } = asking({ pause: 2000, longest: 20000 });
  host.run(1000);
  asr().hears("one", 80);
  host.run(1900);
  asr().hears("two", 60);
  host.run(1999);
  equal(seen().length, 1);
  host.run(1);
  equal(seen().slice(1), ["7100 bound one two", "7100 rf:step listen got 7100ms"]);
});

test("the least certain of several sentences decides", () => {
  const { asr } = asking({ pause: 2000 });
  host.run(1000);
  asr().hears("one", 80);
  asr().hears("two", 20);
  host.run(2000);
  equal(seen().slice(1), ["5200 caller say bad"]);
});

test("a result that does not come is a failure", () => {
  const { asr } = asking({});
  host.run(1000);
  asr().starts();
  asr().ends();
  host.run(5000);
  equal(seen(), ["0 caller say ask", "6000 rf:note listen not recognised: no result", "6000 rf:step listen failed 6000ms"]);
});

test("a result that does not come is no matter when there was one", () => {
  const { asr } = asking({ pause: 2000 });
  host.run(1000);
  asr().hears("one");
  asr().starts();
  asr().ends();
  host.run(5000);
  equal(seen().slice(1), ["7100 bound one", "7100 rf:step listen got 7100ms"]);
});

test("recognition that breaks down is a failure", () => {
  const { asr } = asking({});
  host.run(1000);
  asr().fails("quota 5 exceeded");
  equal(seen().slice(1), ["1000 rf:note listen not recognised: quota 0 exceeded", "1000 rf:step listen failed 1000ms"]);
  host.run(60000);
  equal(host.check(), []);
});

test("recognition that breaks down while digits come is a failure of the next attempt", () => {
  const { asr, call } = asking({ digits: 2 });
  host.run(1000);
  call.press("1");
  asr().fails("over");
  host.run(8000);
  equal(seen().slice(1), ["1000 rf:note listen not recognised: over", "9000 rf:step listen failed 9000ms"]);
});

test("recognition that is refused is a failure, with and without barge-in", () => {
  recogniser.refuses = true;
  asking({ bargeIn: false });
  host.run(480);
  equal(seen(), ["0 caller say ask", "480 rf:note listen not recognised: Error: no recogniser for 0", "480 rf:step listen failed 480ms"]);
});

test("recognition that is refused before the prompt is a failure", () => {
  recogniser.refuses = true;
  asking({});
  equal(seen(), ["0 rf:note listen not recognised: Error: no recogniser for 0", "0 rf:step listen failed 0ms"]);
});

test("a result of an attempt before counts no longer", () => {
  const { asr, call } = asking({ other: "wrong", wrong: 3 });
  host.run(1000);
  asr().starts();
  call.press("9");
  asr().ends();
  asr().result("late");
  host.run(1000);
  equal(seen(), ["0 caller say ask", "1000 caller say bad"]);
});

test("the caller leaves while speaking", () => {
  const { asr, call } = asking({});
  host.run(1000);
  asr().starts();
  call.hangsUp();
  host.run(60000);
  equal(seen().slice(1), ["1000 caller hangs up", "1000 rf:step listen caller_left 1000ms"]);
  equal(asr().stopped, true);
  equal(host.check(), []);
});

test("the caller has left when the listen begins", () => {
  const { call } = asking({}, 1000);
  host.run(800);
  call.hangsUp(500);
  host.run(60000);
  equal(seen().filter(line => /note|listen/.test(line)), ["1300 rf:step listen caller_left 300ms"]);
  equal(host.check(), []);
});

test("the platform ends the session", () => {
  const { asr } = asking({});
  host.run(1000);
  asr().starts();
  host.end(false);
  equal(host.violations.filter(line => /asr|recognition/.test(line)), []);
});
