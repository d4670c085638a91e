onCall((call) => {
  on(call, ["PlaybackReady", "PlaybackStarted"], see);
  same(thrown(() => call.playProgressTone("DE")) !== "", true, "another country");
  call.startEarlyMedia();
  call.playProgressTone("US");
  setTimeout(() => {
    same(seen, [], "events of the tones");
    call.answer();
  }, 5000);
  on(call, ["Connected"], () => call.say("Good morning."));
  on(call, ["PlaybackFinished"], () => verdict());
});
