onCall((call) => {
  on(call, ["ToneReceived"], (name, e) => see(e.tone));
  call.answer();
  setTimeout(() => call.handleTones(true), 5000);
  setTimeout(() => {
    same(seen, ["2"], "tones");
    verdict();
  }, 15000);
});
