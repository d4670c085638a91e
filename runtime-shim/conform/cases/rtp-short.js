onCall((call) => {
  call.answer();
  on(call, ["RtpStopped", "RtpResumed"], see);
  setTimeout(() => {
    same(seen, [], "events");
    verdict();
  }, 12000);
});
