require(Modules.IVR);
const menu = new IVRState("menu", { type: "select", prompt: { play: "https://sounds.example/menu.mp3" }, nextStates: {} }, (input) => {
  same(input, "1", "the input");
  verdict();
});
onCall((call) => {
  call.handleTones(true);
  call.answer();
  on(call, ["Connected"], () => menu.enter(call));
});
