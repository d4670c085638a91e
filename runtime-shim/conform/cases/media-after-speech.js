// The caller and the called side wait to be joined again, which is exactly 2 s
// after the speech if nothing else joins them.
onCall((call) => {
  call.answer();
  const peer = dial();
  on(peer, ["Connected"], () => {
    VoxEngine.sendMediaBetween(call, peer);
    setTimeout(() => call.say("One minute left."), 1000);
  });
  on(call, ["PlaybackFinished"], () => {
    setTimeout(() => VoxEngine.sendMediaBetween(call, peer), 2000);
    verdict();
  });
  on(call, ["Disconnected"], () => peer.hangup());
});
