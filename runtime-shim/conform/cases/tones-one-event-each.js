onCall((call) => {
  on(call, ["ToneReceived"], (name, e) => see([e.tone, typeof e.type]));
  call.handleTones(true);
  call.answer();
  setTimeout(() => {
    same(seen, [["1", "string"], ["*", "string"], ["#", "string"], ["0", "string"]], "tones");
    verdict();
  }, 10000);
});
