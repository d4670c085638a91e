onCall((call) => {
  call.answer();
  on(call, ["Connected"], () => {
    const player = VoxEngine.createTTSPlayer("Good morning.", Language.US_ENGLISH_FEMALE);
    player.sendMediaTo(call);
    player.addEventListener(PlayerEvents.PlaybackFinished, () => verdict());
  });
});
