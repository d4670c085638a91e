require(Modules.IVR);
let spoken = 0;
const menu = new IVRState("menu", { type: "select", prompt: { say: "Main menu." }, nextStates: {} }, () => {}, (input) => {
  same([input, Date.now() - spoken], ["", 5000], "the input, and ms since the prompt");
  verdict();
});
onCall((call) => {
  call.handleTones(true);
  call.answer();
  on(call, ["Connected"], () => menu.enter(call));
  on(call, ["PlaybackFinished"], () => (spoken = Date.now()));
});
