require(Modules.ACD);
onCall((call) => {
  call.answer();
  const request = VoxEngine.enqueueACDRequest("sales", "1");
  listen(request, ACDEvents, ["OperatorCallAttempt", "OperatorReached", "OperatorFailed", "Waiting"], see);
  setTimeout(() => {
    request.cancel();
    request.cancel();
    request.getStatus();
  }, 10000);
  setTimeout(() => {
    same(seen, [], "events after cancel()");
    finish();
  }, 50000);
});
