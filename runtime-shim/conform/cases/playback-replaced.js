onCall((call) => {
  call.answer();
  on(call, ["PlaybackFinished"], see);
  on(call, ["Connected"], () => {
    call.say("A text that is long enough to be replaced.");
    setTimeout(() => call.say("The other one."), 1000);
    setTimeout(() => {
      same(seen, ["PlaybackFinished"], "PlaybackFinished of two texts, the second replacing the first");
      verdict();
    }, 20000);
  });
});
