// Several who are called, and who is asked more than to answer.

import type { Reach } from "./flow";
import { legReports } from "./connect";
import { detector } from "./detect";
import { play } from "./playback";
import { reach } from "./reach";
import { screening } from "./screen";
import { session } from "./session";
import { go } from "./state";
import { equal, test } from "./testdata/assert";
import { type Detector, host, install, type FakeCall } from "./testdata/host";
import { flow } from "./testdata/masking";

const one = { number: "13333330001", role: "one", ringFor: 20000 };
const two = { number: "13333330002", role: "two", ringFor: 10000 };
const screen = screening({ ask: "press 1", keys: "1", timeout: 5000 }); // 720 ms
const detect = () => detector(AMD.Model.US);

/** A call that reaches the step at 1000 ms; notes tell who was reached. */
function reaching(change: Partial<Reach> = {}, after: { [id: string]: () => void } = {}): FakeCall {
  install();
  const edges: { [outcome: string]: string } = { "*": "key" };
  for (const outcome of ["ended", "busy", "no_answer", "rejected", "declined", "machine", "failed"]) edges[outcome] = "bye";
  flow({
    main: () => play([{ silence: 1000 }], { done: "reach" }),
    reach: () => reach({ to: [one, two], from: "10000000000", talkFor: 0, ...change }, edges, (outcome, who) => { if (outcome === "answered") host.say("reached " + who); }),
    key: () => go("done", "bye"),
    ...after,
  });
  return host.ring("12222220001");
}

const seen = () => host.trace.slice(4).filter(line => !/step (bye|key)|terminate|(leg-\d|caller) tones/.test(line));
const step = () => host.trace.filter(line => /step reach/.test(line)).map(line => line.replace(/^\d+ rf:step reach /, ""))[0];
const legs = () => legReports.map(leg => leg.role + " " + leg.outcome + " " + leg.ringing_ms + " " + leg.talk_ms);
const leg = (n: number) => host.calls[n];
const found = (n: number, what: string) => {
  const detector = leg(n).detector as Detector;
  if (what === "ERROR") detector.breaks(what);
  else detector.finds(what);
};

/** What follows the dial, by number. */
function carriers(all: { [number: string]: (leg: FakeCall) => void }): void {
  host.carrier = call => (all[call.number] || (() => {}))(call);
}

test("in turn: the second is called when the first is busy", () => {
  carriers({ [one.number]: call => host.later(2000, () => call.fails(486)), [two.number]: call => host.later(3000, () => call.answers()) });
  reaching({ callerHears: "https://example.com/hold.mp3", calleeHears: "a call" });
  host.run(10000);
  leg(2).hangsUp();
  host.run(100);
  equal(seen(), [
    "1000 caller playback https://example.com/hold.mp3",
    "1000 dial 13333330001 showing 10000000000",
    "3000 dial 13333330002 showing 10000000000",
    "6000 leg-2 answers",
    "6000 reached two",
    "6000 leg-2 say a call",
    "6660 leg-2 heard",
    "6660 caller stop",
    "6660 caller join leg-2",
    "10000 leg-2 hangs up",
    "10000 rf:step reach ended 9000ms",
    "10000 caller hangup",
  ]);
  equal(legs(), ["one busy 2000 0", "two ended 3000 3340"]);
  equal(session.endedBy, "callee");
  equal(host.check(), []);
});

test("in turn: each has its time to ring", () => {
  reaching();
  host.run(32000);
  equal(step(), "no_answer 30000ms");
  equal(legs(), ["one no_answer 20000 0", "two no_answer 10000 0"]);
  equal(host.check(), []);
});

test("at once: the first who answers is joined, the others are hung up", () => {
  carriers({ [one.number]: call => host.later(3000, () => call.answers()), [two.number]: call => host.later(3000, () => call.answers()) });
  const caller = reaching({ atOnce: true });
  host.run(5000);
  caller.hangsUp();
  host.run(100);
  equal(seen(), [
    "1000 dial 13333330001 showing 10000000000",
    "1000 dial 13333330002 showing 10000000000",
    "4000 leg-1 answers",
    "4000 leg-2 hangup",
    "4000 reached one",
    "4000 caller join leg-1",
    "5000 caller hangs up",
    "5000 rf:step reach caller_left 4000ms",
    "5000 leg-1 hangup",
  ]);
  equal(legs(), ["one caller_left 3000 1000", "two not_needed 3000 0"]);
  equal(host.check(), []);
});

test("at once: two answers cross the hanging up", () => {
  reaching({ atOnce: true });
  host.run(3000);
  const { hangup } = leg(2);
  leg(2).hangup = () => { leg(2).hangup = hangup; }; // lost on its way
  leg(1).answers();
  leg(2).answers();
  equal(host.trace.slice(-2), ["3000 leg-2 answers", "3000 leg-2 hangup"]);
});

const mixed: [number, number, string][] = [[486, 603, "rejected"], [603, 486, "rejected"], [404, 480, "no_answer"], [486, 480, "busy"], [500, 404, "failed"]];
for (const [first, second, outcome] of mixed) {
  test("the most telling outcome of " + first + " and " + second, () => {
    carriers({ [one.number]: call => call.fails(first), [two.number]: call => host.later(500, () => call.fails(second)) });
    reaching({ atOnce: true });
    host.run(3000);
    equal(step(), outcome + " 500ms");
    equal(host.check(), []);
  });
}

test("users and SIP addresses, with a name", () => {
  reaching({ atOnce: true, display: "Team", to: [{ user: "ann", role: "ann", ringFor: 5000 }, { sip: "sip:desk@pbx.example", role: "desk", ringFor: 5000 }, one] });
  host.run(2000);
  equal(seen(), ["1000 dial user ann showing 10000000000 as Team", "1000 dial sip:desk@pbx.example showing 10000000000 as Team", "1000 dial 13333330001 showing 10000000000"]);
});

test("the numbers of a list, at most so many", () => {
  reaching({ atOnce: true, to: [{ numbers: ["13333330001", ["alice", "13333330002"], "13333330003"], atMost: 2, role: "team", ringFor: 5000 }] });
  host.run(2000);
  equal(seen(), ["1000 dial 13333330001 showing 10000000000", "1000 dial 13333330002 showing 10000000000"]);
});

test("an empty list", () => {
  reaching({ to: [{ numbers: [], atMost: 2, role: "team", ringFor: 5000 }] });
  host.run(2000);
  equal(step(), "failed 0ms");
  equal(host.check(), []);
});

test("nobody can be dialled", () => {
  host.refuses.dial = true;
  reaching({ to: [one, { number: null, role: "none", ringFor: 5000 }] });
  host.run(2000);
  equal(seen().slice(0, 3), ["1000 rf:note reach not dialled: Error: cannot dial 0", "1000 rf:note reach no number to dial", "1000 rf:step reach failed 0ms"]);
  equal(host.check(), []);
});

test("screening: a key accepts, even during the question", () => {
  reaching({ screen, calleeHears: "a call" });
  host.run(2000);
  leg(1).answers();
  host.run(300);
  leg(1).press("21");
  host.run(2000);
  equal(seen().slice(1), [
    "2000 leg-1 answers", "2000 leg-1 say press 1", "2300 leg-1 key 2", "2300 leg-1 key 1", "2300 leg-1 stop",
    "2300 reached one", "2300 leg-1 say a call", "2960 leg-1 heard", "2960 caller join leg-1",
  ]);
  equal(leg(1).tones, false);
});

test("screening: silence declines, and the next is called", () => {
  carriers({ [one.number]: call => call.answers(), [two.number]: call => call.fails(486) });
  reaching({ screen });
  host.run(9000);
  equal(step(), "declined 5720ms");
  equal(legs(), ["one declined 0 0", "two busy 0 0"]);
  equal(host.check(), []);
});

test("screening: hanging up declines", () => {
  carriers({ [one.number]: call => { call.answers(); host.later(100, () => call.hangsUp()); } });
  reaching({ to: [one], screen });
  host.run(9000);
  equal(step(), "declined 100ms");
  equal(session.endedBy, "flow");
  equal(host.check(), []);
});

test("screening at once: who accepts first is joined, whoever answered first", () => {
  reaching({ atOnce: true, screen });
  host.run(2000);
  leg(1).answers();
  leg(2).answers();
  host.run(1000);
  leg(2).press("1");
  leg(1).press("1");
  host.run(6000);
  equal(legs()[0], "one not_needed 1000 0");
  equal(host.trace.filter(line => /join|reached/.test(line)), ["3000 reached two", "3000 caller join leg-2"]);
});

test("the caller leaves while somebody is asked", () => {
  carriers({ [one.number]: call => call.answers() });
  const caller = reaching({ screen });
  host.run(1500);
  caller.hangsUp();
  host.run(9000);
  equal(legs(), ["one caller_left 0 0"]);
  equal(host.check(), []);
});

test("the caller leaves during the word, and the called side does", () => {
  carriers({ [one.number]: call => call.answers() });
  const caller = reaching({ to: [one], calleeHears: "a call" });
  host.run(1300);
  leg(1).hangsUp();
  caller.hangsUp();
  host.run(1000);
  equal(step(), "ended 300ms");
  equal(host.check(), []);
});

for (const what of ["VOICEMAIL", "TIMEOUT", "ERROR"]) {
  test("detection: " + what + " is taken for a machine, which hears nothing", () => {
    carriers({ [one.number]: call => call.answers() });
    reaching({ to: [one], detect, screen, calleeHears: "a call" });
    host.run(3000);
    found(1, what);
    host.run(1000);
    equal(step(), "machine 2000ms");
    equal(host.trace.some(line => /leg-1 say/.test(line)), false);
    equal(host.check(), []);
  });
}

test("detection: a person hears the word", () => {
  carriers({ [one.number]: call => call.answers() });
  reaching({ to: [one], detect, calleeHears: "a call" });
  host.run(3000);
  found(1, "HUMAN");
  found(1, "VOICEMAIL");
  host.run(1000);
  equal(seen().slice(2), ["3000 reached one", "3000 leg-1 say a call", "3660 leg-1 heard", "3660 caller join leg-1"]);
});

test("detection: known before the answer", () => {
  reaching({ to: [one], detect });
  host.run(2000);
  found(1, "HUMAN");
  leg(1).answers();
  equal(host.trace.slice(-2), ["2000 reached one", "2000 caller join leg-1"]);
});

test("detection: never decided", () => {
  carriers({ [one.number]: call => call.answers() });
  reaching({ to: [one], detect });
  host.run(20000);
  equal(step(), "machine 8000ms");
  equal(host.check(), []);
});

test("detection: hung up before it is known", () => {
  carriers({ [one.number]: call => { call.answers(); host.later(500, () => call.hangsUp()); } });
  reaching({ to: [one], detect });
  host.run(1500);
  found(1, "CALL_ENDED");
  host.run(5000);
  equal(step(), "rejected 500ms");
  equal(host.check(), []);
});

test("a key of the caller gives up waiting; other keys do nothing", () => {
  const caller = reaching({ exits: "*", atOnce: true });
  host.run(2000);
  caller.press("1*");
  host.run(100);
  equal(step(), "* 1000ms");
  equal(legs(), ["one dropped 1000 0", "two dropped 1000 0"]);
  equal(host.check(), []);
});

test("no key gives up once somebody is reached", () => {
  carriers({ [one.number]: call => call.answers() });
  const caller = reaching({ exits: "*", calleeHears: "a call" });
  host.run(1200);
  caller.press("*");
  equal(caller.tones, false);
  host.run(1000);
  equal(step(), undefined);
});

test("the talk is limited", () => {
  carriers({ [one.number]: call => call.answers() });
  reaching({ talkFor: 5000 });
  host.run(9000);
  equal(step(), "ended 5000ms");
  equal(legs(), ["one talk_limit 0 5000"]);
  equal(host.check(), []);
});

test("the platform ends the session while two ring", () => {
  reaching({ atOnce: true });
  host.run(2000);
  host.end(false);
  equal(legs(), ["one dropped 1000 0", "two dropped 1000 0"]);
  equal(host.check(), []);
});
