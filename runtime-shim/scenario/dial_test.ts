// The first call of a flow that nobody calls.

import { hangup } from "./caller";
import { collect } from "./collect";
import { connect, legReports } from "./connect";
import { detector } from "./detect";
import { dial } from "./dial";
import type { Dial } from "./flow";
import { outbound } from "./outbound";
import { play } from "./playback";
import { session } from "./session";
import { equal, ok, test } from "./testdata/assert";
import { host, install, type FakeCall } from "./testdata/host";

const unanswered = { busy: "bye", no_answer: "again", rejected: "bye", failed: "bye" };

/** A session that dials at once. */
function dialling(change: () => Partial<Dial> = () => ({}), more: { [id: string]: () => void } = {}): void {
  install();
  const states: { [id: string]: () => void } = {
    dial: () => dial({ to: "+1 333 333-0001", from: "10000000000", role: "person", ringFor: 20000, ...change() },
      { answered: "hello", unsure: "hello", machine: "message", ...unanswered },
      outcome => { if (outcome === "caller_left") host.say("left"); }),
    hello: () => play("hello", "bye"),
    message: () => play("call back", "bye"),
    again: () => hangup(),
    bye: () => hangup(),
    ...more,
  };
  outbound({ flow: "test", starts: "api", start: "dial", finally: "", settings: [], enter: state => states[state]() });
  host.start();
}

const detecting = () => ({ detect: detector(AMD.Model.US) });
const answering = (after: number, then: (leg: FakeCall) => void = () => {}) => {
  host.carrier = leg => host.later(after, () => { leg.answers(); then(leg); });
};
const outcome = () => session.path[0];
const leg = () => JSON.parse(JSON.stringify(legReports[0]));

test("whoever answers takes the caller's place", () => {
  answering(3000);
  dialling();
  host.run(10000);
  equal(host.trace, [
    "0 dial 13333330001 showing 10000000000",
    "3000 leg-0 answers",
    "3000 leg-0 tones on",
    "3000 rf:step dial answered 3000ms",
    "3000 leg-0 say hello",
    "3600 leg-0 heard",
    "3600 rf:step hello done 600ms",
    "3600 rf:step bye done 0ms",
    "3600 leg-0 hangup",
    "3600 terminate",
  ]);
  equal(leg(), { role: "person", outcome: "answered", code: null, ringing_ms: 3000, talk_ms: 600 });
  equal(session.endedBy, "flow");
  equal(host.check(), []);
});

test("they hang up: the caller has left", () => {
  answering(3000, person => host.later(200, () => person.hangsUp()));
  dialling();
  host.run(10000);
  equal(session.path, ["dial answered", "hello caller_left"]);
  equal(session.endedBy, "caller");
  equal(leg().talk_ms, 200);
  equal(host.check(), []);
});

test("their keys are heard", () => {
  answering(1000, person => host.later(2000, () => person.press("1")));
  dialling(undefined, {
    hello: () => collect({ prompt: "press 1", min: 0, max: 0, keys: "", bargeIn: true, firstDigit: 8000, betweenDigits: 8000, silent: 1, wrong: 1 }, { "1": "bye", gave_up: "message" }),
  });
  host.run(20000);
  equal(session.path[1], "hello 1");
  equal(host.check(), []);
});

test("a second call is joined with theirs", () => {
  host.carrier = call => host.later(1000, () => { call.answers(); if (call.name === "leg-1") host.later(5000, () => call.hangsUp()); });
  dialling(undefined, {
    hello: () => connect({ to: "14444440001", from: "10000000000", role: "desk", callerHears: "https://example.com/hold.mp3", ringFor: 30000, talkFor: 0 }, { ended: "bye", ...unanswered }),
  });
  host.run(20000);
  ok(host.trace.some(line => /^2000 leg-0 join leg-1$/.test(line)), host.trace.join("\n"));
  equal(session.endedBy, "callee");
  equal(legReports.map(one => [one.role, one.outcome, one.talk_ms]), [["person", "answered", 6000], ["desk", "ended", 5000]]);
  equal(host.check(), []);
});

for (const [code, want] of [[486, "busy"], [408, "no_answer"], [480, "no_answer"], [603, "rejected"], [404, "failed"]] as [number, string][]) {
  test("code " + code + " is " + want, () => {
    host.carrier = call => host.later(1000, () => call.fails(code));
    dialling();
    host.run(5000);
    equal(outcome(), "dial " + want);
    equal(leg(), { role: "person", outcome: want, code, ringing_ms: 1000, talk_ms: 0 });
    equal(host.check(), []);
  });
}

test("it rings for so long, and is hung up", () => {
  dialling();
  host.run(30000);
  ok(host.trace.indexOf("20000 leg-0 hangup") > 0, host.trace.join("\n"));
  equal(outcome(), "dial no_answer");
  equal(host.check(), []);
});

test("the answer crosses the end of ringing: they are hung up, and nobody is in the call", () => {
  host.options = { lingers: true };
  dialling(undefined, { again: () => dial({ to: "14444440001", from: "10000000000", role: "second", ringFor: 20000 }, { answered: "hello", ...unanswered, no_answer: "bye" }) });
  host.carrier = call => host.later(1000, () => call.answers());
  host.run(30000);
  equal(session.path.slice(0, 3), ["dial no_answer", "again answered", "hello done"]);
  equal(session.caller.call as unknown, host.calls[1]);
  equal(host.check(), []);
});

test("a late failure of the first number is not that of the second", () => {
  dialling(undefined, { again: () => dial({ to: "14444440001", from: "10000000000", role: "second", ringFor: 20000 }, { answered: "hello", ...unanswered, no_answer: "bye" }) });
  host.run(19000);
  host.carrier = call => host.later(5000, () => call.answers());
  host.run(30000);
  equal(session.path.slice(0, 2), ["dial no_answer", "again answered"]);
  equal(legReports.map(one => [one.role, one.outcome, one.ringing_ms]), [["person", "no_answer", 20000], ["second", "answered", 5000]]);
  equal(host.check(), []);
});

test("no number, and a platform that refuses", () => {
  dialling(() => ({ to: null }));
  host.run(10);
  equal(outcome(), "dial failed");
  equal(host.check(), []);
});

test("the platform refuses the call", () => {
  host.refuses.dial = true;
  dialling();
  host.run(10);
  equal(outcome(), "dial failed");
  ok(host.trace.some(line => /rf:note dial not dialled: Error: cannot dial 0/.test(line)), host.trace.join("\n"));
});

for (const [found, want] of [["HUMAN", "answered"], ["VOICEMAIL", "machine"], ["TIMEOUT", "unsure"]]) {
  test("a detection that finds " + found + " is " + want, () => {
    answering(3000, () => host.later(2000, () => host.detector!.finds(found)));
    dialling(detecting);
    host.run(20000);
    equal(host.trace[0], "0 dial 13333330001 showing 10000000000 detecting");
    equal(outcome(), "dial " + want);
    ok(host.trace.some(line => /^5000 rf:step dial/.test(line)), host.trace.join("\n"));
    equal([leg().outcome, leg().ringing_ms], [want, 3000]);
    equal(host.check(), []);
  });
}

test("what is found while it rings counts at the answer", () => {
  answering(5000);
  dialling(detecting);
  host.run(2000);
  host.detector!.finds("VOICEMAIL");
  equal(session.path, []);
  host.run(20000);
  equal(outcome(), "dial machine");
  ok(host.trace.some(line => /^5000 rf:step dial machine/.test(line)), host.trace.join("\n"));
  equal(host.check(), []);
});

test("a detection that fails, and one that never ends, leave it open", () => {
  answering(1000, () => host.later(500, () => host.detector!.breaks("call 13333330001")));
  dialling(detecting);
  host.run(20000);
  equal(outcome(), "dial unsure");
  ok(host.trace.some(line => /rf:note detection failed: call 0$/.test(line)), host.trace.join("\n"));
});

test("nothing is ever found", () => {
  answering(1000);
  dialling(detecting);
  host.run(20000);
  ok(host.trace.some(line => /^9000 rf:step dial unsure/.test(line)), host.trace.join("\n"));
  host.detector!.finds("HUMAN");
  equal(host.check(), []);
});

test("a platform without the model calls without it", () => {
  answering(1000);
  dialling(() => ({ detect: detector(undefined as unknown as AMD.Model) }));
  host.run(20000);
  equal(outcome(), "dial unsure");
  equal(host.check(), []);
});

test("they hang up before it is known who answered", () => {
  answering(1000, person => host.later(300, () => { person.hangsUp(); host.detector!.finds("CALL_ENDED"); }));
  dialling(detecting);
  host.run(20000);
  equal(session.path, ["dial caller_left"]);
  ok(host.trace.indexOf("1300 left") > 0, host.trace.join("\n"));
  equal(leg(), { role: "person", outcome: "caller_left", code: null, ringing_ms: 1000, talk_ms: 300 });
  equal(host.check(), []);
});

test("the platform ends the session while it rings", () => {
  dialling();
  host.run(1000);
  host.end(false);
  host.run(100);
  equal(session.path, ["dial terminated"]);
  equal(leg().outcome, "dropped");
});
