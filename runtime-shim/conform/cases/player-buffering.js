function play(parameters) {
  const player = VoxEngine.createURLPlayer({ url: "https://sounds.example/slow.mp3" }, parameters);
  const began = Date.now();
  for (const name of ["Started", "PlaybackBuffering", "PlaybackFinished"]) player.addEventListener(PlayerEvents[name], (e) => see([name, Date.now() - began, e.player === player]));
}
play({ progressivePlayback: true });
setTimeout(() => {
  same(seen, [["Started", 300, true], ["PlaybackBuffering", 5300, true], ["PlaybackFinished", 20300, true]], "while it is being loaded");
  seen.length = 0;
  play({});
}, 22000);
setTimeout(() => {
  same(seen, [["Started", 20300, true], ["PlaybackFinished", 30300, true]], "after it was loaded");
  verdict();
}, 55000);
