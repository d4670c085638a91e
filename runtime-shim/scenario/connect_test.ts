// The second call.

import type { Connect, LegReport } from "./flow";
import { connect, legReports } from "./connect";
import { play } from "./playback";
import { session } from "./session";
import { go } from "./state";
import { equal, test } from "./testdata/assert";
import { host, install, type FakeCall } from "./testdata/host";
import { flow } from "./testdata/masking";

const plain: Connect = { to: "+1 333 333-0001", from: "10000000000", role: "peer", callerHears: "https://example.com/hold.mp3", ringFor: 30000, talkFor: 0 };

/** A call that connects at 1000 ms, so that the times are the connection's. */
function connecting(change: Partial<Connect> = {}, after: { [id: string]: () => void } = {}): FakeCall {
  install();
  const spec = { ...plain, ...change };
  const edges = { ended: "bye", busy: "sorry", no_answer: "sorry", rejected: "sorry", failed: "sorry" };
  flow({
    main: () => play([{ silence: 1000 }], { done: "connect" }),
    connect: () => connect(spec, edges, outcome => { if (/answered|busy|caller_left/.test(outcome)) host.say(outcome === "caller_left" ? "left" : "hook " + outcome); }),
    sorry: () => go("done", "bye"),
    ...after,
  });
  return host.ring("12222220001");
}

const seen = () => host.trace.slice(4).filter(line => !/step (bye|sorry)|terminate|tones/.test(line));
const leg = (): LegReport => legReports[0];
const whisper = { calleeHears: () => ["a call"] }; // 660 ms

test("dial, music, a word, the join, the talk", () => {
  host.carrier = call => host.later(5000, () => { call.answers(); host.later(60000, () => call.hangsUp()); });
  connecting(whisper);
  host.run(70000);
  equal(seen(), [
    "1000 dial 13333330001 showing 10000000000",
    "1000 caller playback https://example.com/hold.mp3",
    "6000 leg-1 answers",
    "6000 hook answered",
    "6000 leg-1 say a call",
    "6660 leg-1 heard",
    "6660 caller stop",
    "6660 caller join leg-1",
    "66000 leg-1 hangs up",
    "66000 rf:step connect ended 65000ms",
    "66000 caller hangup",
  ]);
  equal(leg(), { role: "peer", outcome: "ended", code: null, ringing_ms: 5000, talk_ms: 59340 });
  equal(session.endedBy, "callee");
  equal(host.check(), []);
});

test("keys are the conversation's", () => {
  const call = connecting();
  host.run(500);
  equal(call.tones, true);
  call.press("1");
  host.run(1000);
  equal(call.tones, false);
});

const failures: { [code: number]: string } = { 486: "busy", 408: "no_answer", 480: "no_answer", 487: "no_answer", 603: "rejected", 402: "failed", 403: "failed", 404: "failed", 500: "failed", 999: "failed" };
for (const code of Object.keys(failures).map(Number)) {
  test("failure " + code, () => {
    host.carrier = call => host.later(5000, () => call.fails(code));
    connecting();
    host.run(70000);
    const hook = failures[code] === "busy" ? ["6000 hook busy"] : [];
    equal(seen().slice(2), [...hook, "6000 rf:step connect " + failures[code] + " 5000ms", "6000 caller stop", "6000 caller hangup"]);
    equal(leg(), { role: "peer", outcome: failures[code], code, ringing_ms: 5000, talk_ms: 0 });
    equal(session.endedBy, "flow");
    equal(host.check(), []);
  });
}

test("nobody answers in time: the call is hung up, and its late answer is nobody's", () => {
  connecting();
  host.run(31000);
  host.run(60000);
  equal(seen().slice(2), ["31000 rf:step connect no_answer 30000ms", "31000 leg-1 hangup", "31000 caller stop", "31000 caller hangup"]);
  equal(leg(), { role: "peer", outcome: "no_answer", code: null, ringing_ms: 30000, talk_ms: 0 });
  equal(host.check(), []);
});

test("a call that was answered while it was hung up is hung up again", () => {
  connecting({}, { sorry: () => play([{ silence: 5000 }], { done: "bye" }) });
  host.run(2000);
  const call = host.calls[1];
  const { hangup } = call;
  call.hangup = () => { call.hangup = hangup; }; // lost on its way
  host.run(29000);
  call.answers();
  equal(host.trace.slice(-2), ["31000 leg-1 answers", "31000 leg-1 hangup"]);
  equal(call.phase, "TERMINATED");
});

test("a platform that never gives up ringing does not hold the caller", () => {
  connecting({ ringFor: 0 });
  host.run(70000);
  equal(seen()[2], "66000 rf:step connect no_answer 65000ms");
  equal(host.check(), []);
});

test("no number to dial", () => {
  connecting({ to: ["alice", null] });
  host.run(2000);
  equal(seen(), ["1000 rf:note connect no number to dial", "1000 rf:step connect failed 0ms", "1000 caller hangup"]);
  equal(leg(), { role: "peer", outcome: "failed", code: null, ringing_ms: 0, talk_ms: 0 });
  equal(host.check(), []);
});

test("a platform that refuses to dial; the log has no number", () => {
  host.refuses.dial = true;
  connecting();
  host.run(2000);
  equal(seen(), ["1000 rf:note connect not dialled: Error: cannot dial 0", "1000 rf:step connect failed 0ms", "1000 caller hangup"]);
  equal(host.check(), []);
});

test("the caller leaves while it rings", () => {
  const call = connecting(whisper);
  host.run(3000);
  call.hangsUp();
  host.run(1000);
  equal(seen().slice(2), ["3000 caller hangs up", "3000 rf:step connect caller_left 2000ms", "3000 leg-1 hangup", "3000 left"]);
  equal(leg(), { role: "peer", outcome: "caller_left", code: null, ringing_ms: 2000, talk_ms: 0 });
  equal(host.check(), []);
});

test("the caller leaves while the word is spoken", () => {
  host.carrier = leg => host.later(5000, () => leg.answers());
  const call = connecting(whisper);
  host.run(6100);
  call.hangsUp();
  host.run(1000);
  equal(seen().slice(5), ["6100 caller hangs up", "6100 rf:step connect caller_left 5100ms", "6100 leg-1 hangup", "6100 left"]);
  equal(host.check(), []);
});

test("the called side leaves while the word is spoken", () => {
  host.carrier = leg => host.later(5000, () => { leg.answers(); host.later(100, () => leg.hangsUp()); });
  connecting(whisper);
  host.run(8000);
  equal(seen().slice(5), ["6100 leg-1 hangs up", "6100 rf:step connect ended 5100ms", "6100 caller stop", "6100 caller hangup"]);
  equal(leg(), { role: "peer", outcome: "ended", code: null, ringing_ms: 5000, talk_ms: 0 });
  equal(host.check(), []);
});

test("a word that cannot be spoken does not keep them apart", () => {
  host.carrier = leg => host.later(5000, () => { host.refuses.say = true; leg.answers(); });
  connecting(whisper);
  host.run(8000);
  equal(seen().slice(4), ["6000 leg-1 say a call", "6000 rf:note connect not heard: Error: no speech for a call", "6000 caller stop", "6000 caller join leg-1"]);
});

test("the talk is limited: both are hung up", () => {
  host.carrier = leg => leg.answers();
  connecting({ talkFor: 10000 });
  host.run(20000);
  equal(seen().slice(-3), ["11000 rf:step connect ended 10000ms", "11000 leg-1 hangup", "11000 caller hangup"]);
  equal(leg(), { role: "peer", outcome: "talk_limit", code: null, ringing_ms: 0, talk_ms: 10000 });
  equal(session.endedBy, "flow");
  equal(host.check(), []);
});

test("both leave in the same moment", () => {
  host.carrier = leg => leg.answers();
  const call = connecting();
  host.run(5000);
  host.calls[1].hangsUp();
  call.hangsUp();
  host.run(1000);
  equal(session.endedBy, "callee");
  equal(host.check(), []);
});

test("the answer comes when the caller is already gone, but not yet told", () => {
  const call = connecting();
  host.run(5000);
  call.hangsUp(100);
  host.calls[1].answers();
  equal(host.trace.some(line => /join/.test(line)), false);
  host.run(1000);
  equal(session.endedBy, "caller");
  equal(host.trace.filter(line => /hangup/.test(line)), ["5100 leg-1 hangup"]);
  equal(host.check(), []);
});

test("music that does not loop is started again", () => {
  host.options = { loops: false, sound: 3000 };
  connecting();
  host.run(8000);
  equal(seen().filter(line => /playback/.test(line)).length, 3);
});

test("music that cannot be played is not tried again", () => {
  connecting();
  host.run(1100);
  host.run(3000);
  host.calls[0].finish("404");
  host.run(10000);
  equal(seen().slice(1), ["1000 caller playback https://example.com/hold.mp3", "4100 caller heard", "4100 rf:note connect music ended: 0"]);
});

test("music that is over at once is not tried again", () => {
  host.options = { loops: false, sound: 200 };
  connecting();
  host.run(10000);
  equal(seen().slice(1), ["1000 caller playback https://example.com/hold.mp3", "1200 caller heard", "1200 rf:note connect music ended: "]);
});

test("no music", () => {
  host.carrier = leg => leg.answers();
  connecting({ callerHears: undefined });
  host.run(2000);
  equal(seen().slice(1), ["1000 leg-1 answers", "1000 hook answered", "1000 caller join leg-1"]);
});

test("who was connected again was not hung up by the first called side", () => {
  host.carrier = leg => { leg.answers(); host.later(1000, () => leg.hangsUp()); };
  const edges = { ended: "end", busy: "end", no_answer: "end", rejected: "end", failed: "end" };
  connecting({}, { bye: () => connect({ ...plain, to: null }, edges) });
  host.run(8000);
  equal(session.endedBy, "flow");
});

test("who heard something after the talk was not hung up by the called side", () => {
  host.carrier = leg => { leg.answers(); host.later(1000, () => leg.hangsUp()); };
  connecting({}, { bye: () => play(["gone"], { done: "end" }) });
  host.run(8000);
  equal(session.endedBy, "flow");
});
