require(Modules.ACD);
VoxEngine.addEventListener(AppEvents.Terminating, () => {
  same(seen, ["OperatorCallAttempt"], "events");
  verdict();
});
onCall((call) => {
  call.answer();
  const request = VoxEngine.enqueueACDRequest("sales", "1");
  listen(request, ACDEvents, ["OperatorCallAttempt", "OperatorFailed", "OperatorReached"], see);
  setTimeout(VoxEngine.terminate, 1000);
});
