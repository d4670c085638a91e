onCall((call) => {
  on(call, ["ToneReceived"], (name, e) => see(e.tone));
  call.handleTones(true);
  call.startEarlyMedia();
  setTimeout(() => {
    same(seen, [], "tones before the call is connected");
    verdict();
  }, 10000);
});
