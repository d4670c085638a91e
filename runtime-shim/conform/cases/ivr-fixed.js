require(Modules.IVR);
const order = new IVRState("order", { type: "inputfixed", inputLength: 3, prompt: { say: "Type three digits." } }, (input) => {
  see(input);
  same(order.input, "12#", "the state's input");
}, () => see("timeout"));
onCall((call) => {
  call.handleTones(true);
  call.answer();
  on(call, ["Connected"], () => order.enter(call));
  setTimeout(() => {
    same(seen, ["12#"], "callbacks");
    verdict();
  }, 30000);
});
