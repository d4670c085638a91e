require(Modules.IVR);
const menu = new IVRState("menu", { type: "select", prompt: { say: "Main menu." }, nextStates: {} }, () => see("complete"), () => see("timeout"));
onCall((call) => {
  call.handleTones(true);
  call.answer();
  on(call, ["Connected"], () => menu.enter(call));
  on(call, ["PlaybackFinished"], () => IVR.reset());
  setTimeout(() => {
    same(seen, [], "callbacks after IVR.reset()");
    verdict();
  }, 30000);
});
