require(Modules.IVR);
const second = new IVRState("second", { type: "select", prompt: { say: "Second menu." }, nextStates: {} }, (input) => {
  same([input, second.input, first.input], ["9", "9", "2"], "inputs");
  verdict();
});
const first = new IVRState("first", { type: "select", prompt: { say: "Main menu." }, nextStates: { 2: second } }, () => see("first"));
onCall((call) => {
  call.handleTones(true);
  call.answer();
  on(call, ["Connected"], () => first.enter(call));
  on(call, ["Disconnected"], () => same(seen, [], "callbacks of the first state"));
});
