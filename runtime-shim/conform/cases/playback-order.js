onCall((call) => {
  call.answer();
  on(call, ["PlaybackReady", "PlaybackStarted", "PlaybackFinished"], see);
  on(call, ["Connected"], () => {
    call.say("Good morning.");
    same(seen, [], "events inside say()");
  });
  on(call, ["PlaybackFinished"], (name, e) => {
    same([seen, e.error], [["PlaybackReady", "PlaybackStarted", "PlaybackFinished"], undefined], "order");
    verdict();
  });
});
