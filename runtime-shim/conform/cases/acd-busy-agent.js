require(Modules.ACD);
onCall((call) => {
  call.answer();
  const request = VoxEngine.enqueueACDRequest("sales", "1");
  listen(request, ACDEvents, ["Queued", "Offline", "OperatorCallAttempt"], (name) => see([name, seconds()]));
  listen(request, ACDEvents, ["OperatorReached"], (name) => {
    see([name, seconds()]);
    same(seen, [["Queued", 0], ["OperatorCallAttempt", 20], ["OperatorReached", 22]], "events");
    finish();
  });
});
