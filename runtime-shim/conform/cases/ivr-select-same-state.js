require(Modules.IVR);
const settings = { type: "select", prompt: { say: "Main menu." }, nextStates: {} };
const menu = new IVRState("menu", settings, (input) => {
  same(input, "1", "the input of the second time");
  verdict();
});
settings.nextStates["0"] = menu;
onCall((call) => {
  call.handleTones(true);
  call.answer();
  on(call, ["Connected"], () => menu.enter(call));
});
