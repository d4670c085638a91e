const player = VoxEngine.createTTSPlayer("Good morning.", { onPause: true });
for (const name of ["PlaybackReady", "Started"]) player.addEventListener(PlayerEvents[name], () => see(name));
setTimeout(() => {
  same(seen, ["PlaybackReady"], "before resume()");
  player.resume();
  setTimeout(() => {
    same(seen, ["PlaybackReady", "Started"], "after resume()");
    verdict();
  }, 1000);
}, 20000);
