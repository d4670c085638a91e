// A click on a site: started by StartScenarios with "AGENT:CUSTOMER". The agent
// is called first, hears who waits, and is joined with the customer.
VoxEngine.addEventListener(AppEvents.Started, function () {
  var parts = VoxEngine.customData().split(":");
  if (parts.length != 2) {
    Logger.write("custom data is not AGENT:CUSTOMER");
    return VoxEngine.terminate();
  }
  var agent = VoxEngine.callPSTN(parts[0], "10000000000");
  agent.addEventListener(CallEvents.Failed, VoxEngine.terminate);
  agent.addEventListener(CallEvents.Disconnected, VoxEngine.terminate);
  agent.addEventListener(CallEvents.Connected, function () {
    agent.say("A customer has asked for a call. One moment.", Language.US_ENGLISH_MALE);
    agent.addEventListener(CallEvents.PlaybackFinished, function () {
      agent.removeEventListener(CallEvents.PlaybackFinished);
      customer(agent, parts[1]);
    });
  });
});

function customer(agent, number) {
  var call = VoxEngine.callPSTN(number, "10000000000");
  call.addEventListener(CallEvents.Connected, function () { VoxEngine.sendMediaBetween(agent, call); });
  call.addEventListener(CallEvents.Disconnected, VoxEngine.terminate);
  call.addEventListener(CallEvents.Failed, function (e) {
    agent.say("The customer cannot be reached.", Language.US_ENGLISH_MALE);
    agent.addEventListener(CallEvents.PlaybackFinished, VoxEngine.terminate);
  });
}
