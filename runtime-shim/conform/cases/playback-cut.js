onCall((call) => {
  call.answer();
  on(call, ["PlaybackFinished"], see);
  on(call, ["Connected"], () => {
    call.say("A text that is long enough to be cut off.");
    setTimeout(() => call.hangup(), 1000);
    setTimeout(() => {
      same(seen, [], "PlaybackFinished of a text that the end of the call cut off");
      verdict();
    }, 10000);
  });
});
