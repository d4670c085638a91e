const player = VoxEngine.createTTSPlayer("Good morning.");
const removed = () => see("called");
player.addEventListener(PlayerEvents.Started, removed);
player.removeEventListener(PlayerEvents.Started, removed);
player.addEventListener(PlayerEvents.PlaybackFinished, () => {
  same(seen, [], "a removed listener");
  verdict();
});
