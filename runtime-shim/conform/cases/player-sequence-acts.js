const music = () => VoxEngine.createSequencePlayer({ segments: [{ url: "https://sounds.example/music.mp3" }] });
onCall((call) => {
  call.answer();
  on(call, ["Connected"], () => {
    const first = music();
    let began = 0;
    const removed = () => see("a removed listener was called");
    first.addEventListener(SequencePlayerEvents.PlaybackFinished, removed);
    first.removeEventListener(SequencePlayerEvents.PlaybackFinished, removed);
    first.addEventListener(SequencePlayerEvents.Started, () => (began = Date.now()));
    first.addEventListener(SequencePlayerEvents.PlaybackFinished, () => {
      see(Math.round((Date.now() - began) / 1000));
      stopped(call, first.id());
    });
    first.sendMediaTo(call);
    setTimeout(() => first.pause(), 5000);
    setTimeout(() => first.resume(), 15000);
  });
});

function stopped(call, other) {
  const second = music();
  same([typeof second.id(), second.id() === other], ["string", false], "its id");
  second.addEventListener(SequencePlayerEvents.Stopped, () => {
    same(seen, [40], "seconds until the end of the first, ten of them paused");
    verdict();
  });
  second.sendMediaTo(call);
  setTimeout(() => second.stopMediaTo(call), 2000);
  setTimeout(() => second.stop(), 4000);
}
