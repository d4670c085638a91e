// Nobody listens: a player plays all the same, and its events come in this order.
const player = VoxEngine.createTTSPlayer("Good morning.");
for (const name of ["Created", "PlaybackReady", "Started", "PlaybackFinished"]) {
  player.addEventListener(PlayerEvents[name], (e) => {
    same(e.player === player, true, `player of ${name}`);
    see(name);
    if (name === "Started") same(typeof e.duration, "number", "duration");
    if (name !== "PlaybackFinished") return;
    same([e.error === undefined, seen], [true, ["Created", "PlaybackReady", "Started", "PlaybackFinished"]], "the end");
    verdict();
  });
}
same(seen, [], "events in the turn that made the player");
