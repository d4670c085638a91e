onCall((call) => {
  call.startEarlyMedia();
  call.say("Good morning.");
  on(call, ["PlaybackFinished"], () => {
    same(call.state() !== "CONNECTED", true, "not answered");
    verdict();
  });
});
