onCall((call) => {
  call.answer();
  on(call, ["PlaybackFinished"], see);
  on(call, ["Connected"], () => {
    call.say("A text that is long enough to be stopped.");
    setTimeout(() => call.stopPlayback(), 1000);
    setTimeout(() => {
      same(seen, [], "PlaybackFinished after stopPlayback()");
      verdict();
    }, 10000);
  });
});
