const last = { text: "Good evening." };
const player = VoxEngine.createSequencePlayer({ segments: [{ url: "https://sounds.example/bell.mp3" }, last] });
let began = 0;
player.addMarker(100, last);
player.addEventListener(SequencePlayerEvents.Started, () => {
  began = Date.now();
});
player.addEventListener(SequencePlayerEvents.PlaybackMarkerReached, (e) => see([e.offset, Date.now() - began > 500]));
player.addEventListener(SequencePlayerEvents.PlaybackFinished, () => {
  same(seen, [[100, true]], "the marker in the second segment");
  verdict();
});
