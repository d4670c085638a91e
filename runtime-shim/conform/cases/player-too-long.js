const player = VoxEngine.createTTSPlayer("a".repeat(1501));
player.addEventListener(PlayerEvents.Started, () => see("Started"));
player.addEventListener(PlayerEvents.Error, (e) => see(["Error", typeof e.error]));
player.addEventListener(PlayerEvents.PlaybackFinished, (e) => {
  same([seen, typeof e.error], [[["Error", "string"]], "string"], "the end of a text that is too long");
  verdict();
});
