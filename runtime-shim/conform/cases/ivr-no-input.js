require(Modules.IVR);
const last = new IVRState("last", { type: "noinput", prompt: { say: "Goodbye." } }, (input) => {
  same(input, "", "the input");
  verdict();
});
const first = new IVRState("first", { type: "noinput", prompt: { say: "Welcome." }, nextState: last }, () => {
  same("called", "not called", "onInputComplete beside nextState");
});
onCall((call) => {
  call.answer();
  on(call, ["Connected"], () => first.enter(call));
});
