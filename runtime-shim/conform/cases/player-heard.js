onCall((call) => {
  call.answer();
  on(call, ["PlaybackStarted", "PlaybackFinished"], see);
  on(call, ["Connected"], () => {
    const player = VoxEngine.createTTSPlayer("Good morning.");
    player.sendMediaTo(call);
    player.addEventListener(PlayerEvents.PlaybackFinished, () => {
      same(seen, [], "events of the call");
      verdict();
    });
  });
});
