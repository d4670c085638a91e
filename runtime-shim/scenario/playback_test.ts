// What a leg hears.

import type { Part } from "./flow";
import { play } from "./playback";
import { go } from "./state";
import { equal, test } from "./testdata/assert";
import { host, install, type FakeCall } from "./testdata/host";
import { flow } from "./testdata/masking";

/** Plays parts in a call; what follows the answer is traced. */
function playing(parts: Part[], ms = 600000): FakeCall {
  install();
  flow({
    main: () => play(parts, { done: "good", failed: "bad" }),
    good: () => go("good", "bye"),
    bad: () => go("bad", "bye"),
  });
  const call = host.ring("12222220001");
  host.run(ms);
  return call;
}

const heard = () => host.trace.slice(3).filter(line => !/terminate|hangup/.test(line));

test("parts are heard one after the other", () => {
  playing(["one", { silence: 500 }, { url: "https://example.com/two.mp3" }, "three"]);
  equal(heard(), [
    "0 caller say one",
    "480 caller heard",
    "980 caller playback https://example.com/two.mp3",
    "3980 caller heard",
    "3980 caller say three",
    "4580 caller heard",
    "4580 rf:step main done 4580ms",
    "4580 rf:step good good 0ms",
    "4580 rf:step bye done 0ms",
  ]);
  equal(host.check(), []);
});

test("a long text is spoken in pieces", () => {
  playing(["One sentence that is not long. ".repeat(100)]);
  equal(heard().filter(line => / say /.test(line)).length, 3);
  equal(host.check(), []);
});

test("nothing to play is done at once", () => {
  playing([""]);
  equal(heard()[0], "0 rf:step main done 0ms");
  equal(host.check(), []);
});

test("a part that fails is left out", () => {
  const call = playing(["one", "two"], 100);
  call.finish("400");
  host.run(600000);
  equal(heard().slice(1), [
    "100 caller heard",
    "100 rf:note main not heard: 0",
    "100 caller say two",
    "580 caller heard",
    "580 rf:step main done 580ms",
    "580 rf:step good good 0ms",
    "580 rf:step bye done 0ms",
  ]);
  equal(host.check(), []);
});

test("a part can fail before anything else is known of it", () => {
  host.options = { started: false };
  const call = playing(["one", "two"], 10);
  call.finish("400");
  equal(heard()[3], "10 caller say two");
});

test("it failed when no part was heard", () => {
  host.refuses.say = true;
  playing(["call 12222220001", "two"]);
  equal(heard().filter(line => /note|step/.test(line)), [
    "0 rf:note main not heard: Error: no speech for call 0",
    "0 rf:note main not heard: Error: no speech for two",
    "0 rf:step main failed 0ms",
    "0 rf:step bad bad 0ms",
    "0 rf:step bye done 0ms",
  ]);
});

test("a playback that never ends is given up", () => {
  host.options = { sound: 1e9 };
  playing([{ url: "https://example.com/endless.mp3" }, "two"]);
  equal(heard().slice(0, 4), [
    "0 caller playback https://example.com/endless.mp3",
    "120000 caller stop",
    "120000 rf:note main not heard: no end after 120000 ms",
    "120000 caller say two",
  ]);
  equal(host.check(), []);
});

test("the platform need not say that a playback started", () => {
  host.options = { started: false };
  playing(["one", "two"]);
  equal(heard()[4], "960 rf:step main done 960ms");
  equal(host.check(), []);
});

test("a finish that cannot be the current one's is not believed", () => {
  host.options = { started: false };
  const call = playing(["a longer text"], 50);
  call.emit("Call.PlaybackFinished");
  host.run(49);
  call.emit("Call.PlaybackFinished");
  host.run(600000);
  equal(heard()[2], "1080 rf:step main done 1080ms");
});

test("a finish with an empty error is not a failure", () => {
  host.options = { started: false };
  const call = playing(["a longer text"], 50);
  call.emit("Call.PlaybackFinished", { error: null });
  host.run(100);
  call.emit("Call.PlaybackFinished", { error: "" });
  equal(heard()[1], "150 rf:step main done 150ms");
});

test("a finish during a pause is nobody's", () => {
  const call = playing([{ silence: 1000 }], 500);
  call.emit("Call.PlaybackFinished");
  host.run(600000);
  equal(heard()[0], "1000 rf:step main done 1000ms");
});

test("a pause ends with the state", () => {
  const call = playing([{ silence: 1000 }, "late"], 500);
  call.hangsUp();
  host.run(600000);
  equal(heard().filter(line => /late/.test(line)), []);
  equal(host.check(), []);
});
