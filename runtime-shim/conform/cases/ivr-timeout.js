require(Modules.IVR);
let begun = 0;
const settings = { type: "inputfixed", inputLength: 3, timeout: 2000, prompt: { say: "Type three digits." } };
const order = new IVRState("order", settings, () => see("complete"), (input) => {
  same([input, order.input], ["1", "1"], "the input");
  same(seen, [], "other callbacks");
  same(Date.now() - begun, 2000, "ms since the key");
  verdict();
});
onCall((call) => {
  call.handleTones(true);
  call.answer();
  on(call, ["Connected"], () => order.enter(call));
  on(call, ["ToneReceived"], () => (begun = Date.now()));
});
