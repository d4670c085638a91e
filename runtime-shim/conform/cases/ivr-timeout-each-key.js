require(Modules.IVR);
const settings = { type: "inputfixed", inputLength: 3, timeout: 5000, prompt: { say: "Type three digits." } };
const order = new IVRState("order", settings, see, () => see("timeout"));
onCall((call) => {
  call.handleTones(true);
  call.answer();
  on(call, ["Connected"], () => order.enter(call));
  setTimeout(() => {
    same(seen, ["123"], "callbacks");
    verdict();
  }, 30000);
});
