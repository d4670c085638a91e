require(Modules.IVR);
const asked = [];
const inputValidator = (input) => {
  asked.push(input);
  return input.length === 2;
};
const order = new IVRState("order", { type: "inputunknown", inputValidator, prompt: { say: "Type the order." } }, (input) => {
  same(input, "71", "the input");
  same(asked, ["7", "71"], "what the validator was asked");
  verdict();
});
onCall((call) => {
  call.handleTones(true);
  call.answer();
  on(call, ["Connected"], () => order.enter(call));
});
