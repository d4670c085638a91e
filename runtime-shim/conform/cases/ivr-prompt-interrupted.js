require(Modules.IVR);
const prompt = { say: "This is a prompt that takes a long time, so that everybody who knows it presses the key early." };
const order = new IVRState("order", { type: "inputfixed", inputLength: 2, prompt }, see, () => see("timeout"));
onCall((call) => {
  call.handleTones(true);
  call.answer();
  on(call, ["Connected"], () => order.enter(call));
  on(call, ["PlaybackFinished"], see);
  setTimeout(() => {
    same(seen, ["12"], "callbacks and ends of the prompt");
    verdict();
  }, 30000);
});
