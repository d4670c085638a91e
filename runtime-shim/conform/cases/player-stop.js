const player = VoxEngine.createTTSPlayer("Good morning.");
for (const name of ["Stopped", "PlaybackFinished"]) {
  player.addEventListener(PlayerEvents[name], (e) => see([name, e.player === player]));
}
player.addEventListener(PlayerEvents.Started, () => player.stop());
setTimeout(() => {
  same(seen, [["Stopped", true]], "events after stop()");
  verdict();
}, 20000);
