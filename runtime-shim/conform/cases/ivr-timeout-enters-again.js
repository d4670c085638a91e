require(Modules.IVR);
onCall((call) => {
  const menu = new IVRState("menu", { type: "select", prompt: { say: "Main menu." }, nextStates: {} }, (input) => {
    same([input, seen], ["1", ["timeout"]], "the input, and what came before");
    verdict();
  }, () => {
    see("timeout");
    menu.enter(call);
  });
  call.handleTones(true);
  call.answer();
  on(call, ["Connected"], () => menu.enter(call));
});
