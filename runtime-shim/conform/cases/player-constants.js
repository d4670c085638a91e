same(
  Object.keys(PlayerEvents).map((name) => PlayerEvents[name]).sort(),
  ["Player.Buffering", "Player.Created", "Player.Error", "Player.PlaybackFinished", "Player.PlaybackMarkerReached",
    "Player.PlaybackReady", "Player.Started", "Player.Stopped"], "PlayerEvents");
const a = VoxEngine.createTTSPlayer("a");
const b = VoxEngine.createTTSPlayer("b");
same([typeof a.id(), a.id() === b.id()], ["string", false], "ids");
verdict();
