VoxEngine.addEventListener(AppEvents.Started, () => {
  const call = VoxEngine.callPSTN(VoxEngine.customData(), "10000000000");
  call.handleTones(true);
  call.addEventListener(CallEvents.Connected, () => call.say("Press a key."));
  call.addEventListener(CallEvents.ToneReceived, (e) => call.say("That was " + e.tone + "."));
  call.addEventListener(CallEvents.Disconnected, VoxEngine.terminate);
  call.addEventListener(CallEvents.Failed, VoxEngine.terminate);
});
