require(Modules.IVR);
const menu = new IVRState("menu", { type: "select", prompt: { say: "Main menu." }, nextStates: {} }, see, () => see("timeout"));
onCall((call) => {
  call.answer();
  on(call, ["Connected"], () => menu.enter(call));
  setTimeout(() => {
    same(seen, ["timeout"], "callbacks");
    verdict();
  }, 30000);
});
