require(Modules.IVR);
const order = new IVRState("order", { type: "inputunknown", terminateOn: "#", prompt: { say: "Type the order." } }, see, () => see("timeout"));
onCall((call) => {
  call.handleTones(true);
  call.answer();
  on(call, ["Connected"], () => order.enter(call));
  setTimeout(() => {
    same(seen, ["1234"], "callbacks");
    verdict();
  }, 30000);
});
