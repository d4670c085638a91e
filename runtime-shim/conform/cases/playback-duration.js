onCall((call) => {
  call.answer();
  let began = 0, long = 0;
  on(call, ["Connected"], () => call.say("Good morning."));
  on(call, ["PlaybackStarted"], (name, e) => {
    began = Date.now();
    long = e.duration;
  });
  on(call, ["PlaybackFinished"], () => {
    same(Date.now() - began, long, "duration of a text");
    VoxEngine.createToneScriptPlayer("425@-19;5(1/4/1)").addEventListener(PlayerEvents.Started, (e) => {
      same(e.duration, 5000, "duration of a tone script");
      verdict();
    });
  });
});
