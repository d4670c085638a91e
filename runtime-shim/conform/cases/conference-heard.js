require(Modules.Conference);
onCall((call) => {
  const conference = VoxEngine.createConference({ hd_audio: false });
  call.answer();
  on(call, ["Connected"], () => VoxEngine.sendMediaBetween(call, conference));
  const peer = dial();
  on(peer, ["Connected"], () => VoxEngine.sendMediaBetween(peer, conference));
  on(call, ["Disconnected"], () => {
    same(peer.state(), "CONNECTED", "the other call");
    verdict();
    VoxEngine.terminate();
  });
});
