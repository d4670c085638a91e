// A hotline with a queue of agents, as tutorials of call centers write it.
require(Modules.ACD);

let request, caller, reminder;

VoxEngine.addEventListener(AppEvents.CallAlerting, function (e) {
  caller = e.call;
  caller.addEventListener(CallEvents.Connected, function () {
    request = VoxEngine.enqueueACDRequest("helpers", e.callerid, { headers: { "X-Line": "hotline", "VI-CallTimeout": "20" } });
    request.addEventListener(ACDEvents.Queued, function () {
      request.getStatus();
      reminder = setInterval(function () {
        request.getStatus();
      }, 30000);
    });
    request.addEventListener(ACDEvents.Waiting, function (status) {
      caller.say("You are number " + status.position + ", about " + (status.ewt + 1) + " minutes.");
    });
    request.addEventListener(ACDEvents.OperatorReached, function (reached) {
      request = null;
      clearInterval(reminder);
      VoxEngine.sendMediaBetween(reached.operatorCall, caller);
      reached.operatorCall.addEventListener(CallEvents.Disconnected, cleanup);
    });
    request.addEventListener(ACDEvents.Offline, function () {
      caller.say("All our agents are away.");
      caller.addEventListener(CallEvents.PlaybackFinished, cleanup);
    });
    request.addEventListener(ACDEvents.QueueFull, function () {
      caller.say("Too many people are waiting.");
      caller.addEventListener(CallEvents.PlaybackFinished, cleanup);
    });
  });
  caller.addEventListener(CallEvents.PlaybackFinished, function () {
    caller.startPlayback("https://sounds.example/hold.mp3");
  });
  caller.addEventListener(CallEvents.Disconnected, cleanup);
  caller.answer();
});

function cleanup() {
  if (request) request.cancel();
  request = null;
  VoxEngine.terminate();
}
