const player = VoxEngine.createURLPlayer({ url: "https://sounds.example/bell.mp3" });
let began = 0;
let length = 0;
player.addMarker(-300);
player.addMarker(200);
player.addEventListener(PlayerEvents.Started, (e) => {
  began = Date.now();
  length = e.duration;
});
player.addEventListener(PlayerEvents.PlaybackMarkerReached, (e) => {
  const at = e.offset < 0 ? length + e.offset : e.offset;
  see([e.offset, Math.abs(Date.now() - began - at) < 100]);
});
player.addEventListener(PlayerEvents.PlaybackFinished, () => {
  same(seen, [[200, true], [-300, true]], "markers, and whether each came in time");
  verdict();
});
