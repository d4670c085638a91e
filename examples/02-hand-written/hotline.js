// Two scripts of one rule: this one decides, hotline-hours.js holds the hours.
VoxEngine.addEventListener(AppEvents.CallAlerting, (e) => {
  if (!isOpen(new Date())) {
    return closed(e.call);
  }
  VoxEngine.easyProcess(e.call, VoxEngine.callPSTN("13333333333", e.destination));
});

function closed(call) {
  call.addEventListener(CallEvents.Connected, () => call.startPlayback("https://sounds.example/closed.mp3"));
  call.addEventListener(CallEvents.PlaybackFinished, () => call.hangup());
  call.addEventListener(CallEvents.Disconnected, VoxEngine.terminate);
  call.answer();
}
