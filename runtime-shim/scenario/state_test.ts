// The machine: turns, errors, the ways out.

import { connect, legReports } from "./connect";
import { hangup, reject } from "./caller";
import { log } from "./log";
import { play } from "./playback";
import { record, recording } from "./recording";
import { session } from "./session";
import { go, onLeave, turn } from "./state";
import { after } from "./timer";
import { equal, ok, test } from "./testdata/assert";
import { host, install, type FakeCall } from "./testdata/host";
import { flow } from "./testdata/masking";

function begin(states: { [id: string]: () => void }): FakeCall {
  install();
  flow({ last: () => { host.say("last"); go("done", "end"); }, ...states }, "last");
  return host.ring("12222220001");
}

const seen = () => host.trace.slice(3);

test("a state that was left wakes nobody up", () => {
  begin({
    main: () => { after(1000, () => host.say("too late")); after(100, () => go("done", "next")); },
    next: () => { after(5000, () => go("done", "end")); },
  });
  host.run(3000);
  host.run(10000);
  equal(seen(), ["100 rf:step main done 100ms", "5100 rf:step next done 5000ms", "5100 caller hangup", "5100 last", "5100 rf:step last done 0ms", "5100 terminate"]);
  equal(host.check(), []);
});

test("a state is entered when the turn ends, however often one is begun", () => {
  begin({
    main: () => turn(() => { go("done", "next"); host.say("still here"); }),
    next: () => go("done", "end"),
  });
  equal(seen().slice(0, 3), ["0 rf:step main done 0ms", "0 still here", "0 rf:step next done 0ms"]);
});

test("ten thousand states in one turn", () => {
  let left = 10000;
  begin({ main: () => go("again", --left > 0 ? "main" : "end") });
  equal(session.path.length, 200);
  equal(host.terminated, 1);
});

const crashes: { [where: string]: () => void } = {
  "in a state": () => { throw new Error("call 12222220001"); },
  "in a timer": () => { after(0, () => { throw new Error("call 12222220001"); }); },
  "in a listener": () => { setTimeout(() => turn(() => { throw new Error("call 12222220001"); }), 0); },
};
for (const where of Object.keys(crashes)) {
  test("an error " + where + " ends the call, and the last states run", () => {
    begin({ main: crashes[where] });
    host.run(10);
    equal(seen(), ["0 rf:error main Error: call 0", "0 rf:step main error 0ms", "0 caller hangup", "0 last", "0 rf:step last done 0ms", "0 terminate"]);
    equal(session.endedBy, "error");
    equal(host.check(), []);
  });
}

test("an error that is no Error", () => {
  begin({ main: () => { throw { number: "12222220001" }; } });
  equal(seen()[0], "0 rf:error main [object Object]");
});

test("an error in the last states is the end", () => {
  begin({ main: () => hangup(), last: () => { throw new Error("oops"); } });
  host.run(10);
  equal(seen().slice(1), ["0 caller hangup", "0 rf:error last Error: oops", "0 terminate"]);
  equal(host.check(), []);
});

test("an error in a hook for the caller who left", () => {
  const call = begin({ main: () => play(["hello"], { done: "end" }, () => { throw new Error("oops"); }) });
  host.run(100);
  call.hangsUp();
  host.run(10);
  equal(seen().slice(1), ["100 caller hangs up", "100 rf:step main caller_left 100ms", "100 rf:error main Error: oops", "100 rf:step main error 100ms", "100 last", "100 rf:step last done 0ms", "100 terminate"]);
  equal(host.check(), []);
});

test("an error while a state is left does not keep anything from being tidied up", () => {
  begin({ main: () => { onLeave(() => { throw new Error("oops"); }); go("done", "end"); } });
  equal(seen().slice(0, 3), ["0 rf:step main done 0ms", "0 rf:note Error: oops", "0 caller hangup"]);
  equal(host.check(), []);
});

test("a state that does not exist", () => {
  begin({ main: () => go("done", "nowhere") });
  equal(seen()[1], "0 rf:error nowhere Error: there is no state nowhere");
  equal(host.terminated, 1);
});

test("an outcome without an edge", () => {
  begin({ main: () => go("done", undefined) });
  equal(seen()[0], "0 rf:error main Error: there is no way on after done");
});

test("a call can be refused", () => {
  install();
  flow({ answer: () => reject(486), last: () => { host.say("last"); go("done", "end"); } }, "last");
  host.ring("12222220001");
  equal(host.trace, ["0 rf:step answer done 0ms", "0 caller reject 486", "0 last", "0 rf:step last done 0ms", "0 terminate"]);
  host.run(10);
  equal(session.endedBy, "flow");
  equal(host.check(), []);
});

test("the caller leaves before the call is answered", () => {
  install();
  flow({ answer: () => { after(5000, () => go("done", "end")); } });
  const call = host.ring("12222220001");
  host.run(1000);
  call.hangsUp();
  host.run(10);
  equal(host.trace.slice(1), ["1000 rf:step answer caller_left 1000ms", "1000 terminate"]);
  equal(session.endedBy, "caller");
  equal(host.check(), []);
});

test("a call that a flow never answered is refused when it ends", () => {
  install();
  flow({ answer: () => hangup() });
  host.ring("12222220001");
  host.run(10);
  equal(host.trace, ["0 rf:step answer done 0ms", "0 caller reject 480", "0 terminate"]);
  equal(host.check(), []);
});

test("an answer that never connects", () => {
  host.refuses.answer = true;
  begin({ main: () => hangup() });
  host.run(60000);
  equal(host.trace.slice(1, 4), ["60000 rf:error answer Error: answered, but not connected after 0 ms", "60000 rf:step answer error 60000ms", "60000 caller reject 480"]);
  equal(host.check(), []);
});

test("a second call in the session is not taken", () => {
  begin({ main: () => { after(5000, () => go("done", "end")); } });
  host.ring("13333330001");
  host.run(60000);
  equal(host.trace.filter(line => /last$/.test(line)).length, 1);
  equal(session.callerNumber, "12222220001");
});

test("a session without a call has no last states", () => {
  install();
  flow({}, "last");
  host.end(false);
  equal(host.trace, []);
});

test("the platform ends the session: legs are hung up, the last states run", () => {
  begin({ main: () => connect({ to: "13333330001", from: "10000000000", role: "peer", ringFor: 0, talkFor: 0 }, { ended: "end", busy: "end", no_answer: "end", rejected: "end", failed: "end" }) });
  host.run(1000);
  host.end(true);
  equal(seen().slice(2), ["1000 rf:step main terminated 1000ms", "1000 leg-1 hangup", "1000 caller hangup", "1000 last", "1000 rf:step last done 0ms"]);
  equal(session.endedBy, "error");
  equal(legReports[0].outcome, "dropped");
  host.run(1000);
  equal(host.check(), []);
});

test("the recording's address is waited for, a second at most", () => {
  const call = begin({ main: () => record({ stereo: true }, { done: "next" }), next: () => play(["hello"], { done: "end" }) });
  host.run(100);
  call.hangsUp();
  host.run(10000);
  equal(seen().slice(3), ["100 caller hangs up", "100 rf:step next caller_left 100ms", "200 last", "200 rf:step last done 0ms", "200 terminate"]);
  equal(recording(), "https://records.example.com/1");
  equal(host.check(), []);
});

function recorded(what: (call: FakeCall) => void): void {
  host.recording = what;
  const call = begin({ main: () => record({ stereo: true }, { done: "next" }), next: () => play(["hello"], { done: "end" }) });
  host.run(100);
  call.hangsUp();
  host.run(10000);
  equal(host.check(), []);
}

const lastAt = () => host.trace.filter(line => / last$/.test(line));

test("the recording's address does not come", () => {
  recorded(() => {});
  equal(lastAt(), ["1100 last"]);
  equal(recording(), "");
});

test("the recording's address comes after the end, once for all", () => {
  recorded(call => {
    host.later(300, () => call.emit("Call.RecordStopped", { url: "https://records.example.com/2" }));
    host.later(400, () => call.emit("Call.RecordStarted", { url: "https://records.example.com/1" }));
  });
  equal(lastAt(), ["300 last"]);
  equal(recording(), "https://records.example.com/2");
});

test("the recording's address is known and told again while the last states wait", () => {
  host.recording = call => {
    host.later(300, () => call.emit("Call.RecordStarted", { url: "https://records.example.com/1" }));
    host.later(400, () => call.emit("Call.RecordStopped", { url: "https://records.example.com/2" }));
  };
  const call = begin({ main: () => record({ stereo: true }, { done: "next" }), next: () => play(["hello"], { done: "end" }), last: () => { host.say("last"); after(1000, () => go("done", "end")); } });
  host.run(100);
  call.hangsUp();
  host.run(10000);
  equal(lastAt(), ["300 last"]);
  equal(recording(), "https://records.example.com/1");
  equal(host.terminated, 1);
});

test("the recording fails", () => {
  recorded(call => host.later(300, () => call.emit("Call.RecordError", { error: "disk 7" })));
  equal(lastAt(), ["300 last"]);
  ok(host.trace.indexOf("300 rf:note recording failed: disk 0") >= 0, "it is logged");
});

test("the recording failed before the end", () => {
  recorded(call => host.later(50, () => call.emit("Call.RecordError", { error: "disk" })));
  equal(lastAt(), ["100 last"]);
});

test("the recording is refused", () => {
  host.refuses.record = true;
  recorded(() => {});
  equal(lastAt(), ["100 last"]);
});

test("the platform does not wait for the recording's address", () => {
  host.recording = () => {};
  const call = begin({ main: () => record({ stereo: true }, { done: "next" }), next: () => play(["hello"], { done: "end" }) });
  host.run(100);
  call.hangsUp();
  host.run(100);
  host.end(false);
  equal(lastAt(), ["200 last"]);
  equal(host.check(), []);
});

test("the flow's own log lines", () => {
  begin({ main: () => { log("hello " + "x".repeat(20000)); hangup(); } });
  equal(seen()[0].length, 15002);
  equal(seen()[0].slice(0, 14), "0 rf:log hello");
});
