onCall((call) => {
  Logger.hideTones(true);
  on(call, ["ToneReceived"], (name, e) => see(e.tone));
  call.handleTones(true);
  call.answer();
  setTimeout(() => {
    same(seen, ["7"], "the script still gets the tones");
    verdict();
  }, 5000);
});
