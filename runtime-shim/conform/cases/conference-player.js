require(Modules.Conference);
onCall((call) => {
  const conference = VoxEngine.createConference({ hd_audio: false });
  call.answer();
  on(call, ["Connected"], () => VoxEngine.sendMediaBetween(call, conference));
  const peer = dial();
  on(peer, ["Connected"], () => {
    VoxEngine.sendMediaBetween(peer, conference);
    const player = VoxEngine.createTTSPlayer("Welcome, both.");
    player.sendMediaTo(conference);
    player.addEventListener(PlayerEvents.PlaybackFinished, () => {
      verdict();
      setTimeout(VoxEngine.terminate, 1000);
    });
  });
});
