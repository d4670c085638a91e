onCall((call) => {
  call.answer();
  call.say("Good morning.");
  on(call, ["PlaybackStarted"], see);
  setTimeout(() => {
    same(seen, [], "speech asked for between answer() and Connected");
    verdict();
  }, 5000);
});
