require(Modules.ACD);
onCall((call) => {
  call.answer();
  const request = VoxEngine.enqueueACDRequest("sales", "1");
  listen(request, ACDEvents, ["OperatorReached", "OperatorFailed"], see);
  listen(request, ACDEvents, ["OperatorCallAttempt"], (name, e) => {
    see(name);
    on(e.operatorCall, ["Failed"], (event, failed) => see([event, failed.code]));
    setTimeout(() => request.cancel(), 1000);
  });
  setTimeout(() => {
    same(seen, ["OperatorCallAttempt", ["Failed", 487]], "events");
    const again = VoxEngine.enqueueACDRequest("sales", "1");
    listen(again, ACDEvents, ["OperatorCallAttempt"], finish);
  }, 10000);
});
