onCall((call) => {
  call.answer();
  on(call, ["Connected"], () => call.say("Good morning.", Language.US_ENGLISH_FEMALE));
  on(call, ["PlaybackFinished"], (name, e) => {
    same(e.error, undefined, "a voice of the older list");
    verdict();
  });
});
