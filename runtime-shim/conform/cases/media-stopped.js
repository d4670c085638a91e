onCall((call) => {
  call.answer();
  const peer = dial();
  VoxEngine.sendMediaBetween(call, peer);
  on(peer, ["Connected"], () => {
    setTimeout(() => VoxEngine.stopMediaBetween(call, peer), 5000);
    verdict();
  });
  on(call, ["Disconnected"], () => peer.hangup());
});
