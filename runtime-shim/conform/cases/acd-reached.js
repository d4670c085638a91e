require(Modules.ACD);
onCall((call) => {
  call.answer();
  on(call, ["Connected"], () => {
    const request = VoxEngine.enqueueACDRequest("sales", call.callerid());
    listen(request, ACDEvents, ["Queued", "Waiting", "Offline", "QueueFull", "Error", "OperatorFailed"], (name, e) => see([name, e.request === request, e.name]));
    listen(request, ACDEvents, ["OperatorCallAttempt"], (name, e) => {
      see([name, e.request === request, e.operatorCall.state()]);
      on(e.operatorCall, ["Ringing", "Connected"], (event) => see(event));
    });
    listen(request, ACDEvents, ["OperatorReached"], (name, e) => {
      VoxEngine.sendMediaBetween(call, e.operatorCall);
      see([name, e.request === request, e.operatorCall.state()]);
    });
    same(seen, [], "events in the same turn");
    setTimeout(() => {
      same(seen, [["Queued", true, "ACD.Queued"], ["OperatorCallAttempt", true, "PROGRESSING"], "Ringing", "Connected", ["OperatorReached", true, "CONNECTED"]], "events");
      finish();
    }, 5000);
  });
});
