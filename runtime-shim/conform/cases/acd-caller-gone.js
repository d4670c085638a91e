require(Modules.ACD);
onCall((call) => {
  call.answer();
  const request = VoxEngine.enqueueACDRequest("sales", "1");
  on(call, ["Disconnected"], (name) => see([name, seconds()]));
  listen(request, ACDEvents, ["OperatorReached"], (name) => {
    see([name, seconds()]);
    same(seen, [["Disconnected", 5], ["OperatorReached", 92]], "an agent is called for a caller who left");
    finish();
  });
});
