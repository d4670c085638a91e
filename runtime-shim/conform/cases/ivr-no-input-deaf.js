require(Modules.IVR);
const welcome = new IVRState("welcome", { type: "noinput", prompt: { say: "Welcome, and please wait for a moment." } }, (input) => {
  same([input, seen], ["", ["5"]], "the input, and the keys pressed");
  verdict();
});
onCall((call) => {
  call.handleTones(true);
  call.answer();
  on(call, ["ToneReceived"], (name, e) => see(e.tone));
  on(call, ["Connected"], () => welcome.enter(call));
});
