// Music is replaced by the called side: the caller is joined, the player goes on.
onCall((call) => {
  call.answer();
  const peer = dial();
  const player = VoxEngine.createURLPlayer({ url: "https://sounds.example/music.mp3" }, { loop: true });
  for (const name of ["Stopped", "PlaybackFinished"]) player.addEventListener(PlayerEvents[name], () => see(name));
  on(call, ["Connected"], () => player.sendMediaTo(call));
  on(peer, ["Connected"], () => VoxEngine.sendMediaBetween(call, peer));
  on(call, ["Disconnected"], () => {
    same(seen, [], "events of the player that was replaced");
    verdict();
    peer.hangup();
  });
});
