onCall((call) => {
  call.answer();
  const peer = dial();
  VoxEngine.sendMediaBetween(call, peer);
  on(peer, ["Connected"], () => verdict());
  on(call, ["Disconnected"], () => peer.hangup());
});
