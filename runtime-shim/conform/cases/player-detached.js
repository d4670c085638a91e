// After stopMediaTo the caller waits in silence, while the player plays on.
onCall((call) => {
  call.answer();
  on(call, ["Connected"], () => {
    const player = VoxEngine.createTTSPlayer("This text is not heard to its end.");
    player.sendMediaTo(call);
    player.addEventListener(PlayerEvents.Started, () => setTimeout(() => player.stopMediaTo(call), 500));
    player.addEventListener(PlayerEvents.PlaybackFinished, () => verdict());
  });
});
