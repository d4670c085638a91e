onCall((call) => {
  on(call, ["PlaybackStarted", "PlaybackFinished"], see);
});
VoxEngine.playSoundAndHangup("https://sounds.example/closed.mp3");
VoxEngine.addEventListener(AppEvents.Terminated, () => {
  same(seen, ["PlaybackStarted", "PlaybackFinished"], "events before the end");
  verdict();
});
