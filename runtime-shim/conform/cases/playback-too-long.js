onCall((call) => {
  call.answer();
  on(call, ["Connected"], () => call.say("x".repeat(1501)));
  on(call, ["PlaybackStarted"], see);
  on(call, ["PlaybackFinished"], (name, e) => {
    same([seen, typeof e.error], [[], "string"], "a text of 1501 characters");
    verdict();
  });
});
