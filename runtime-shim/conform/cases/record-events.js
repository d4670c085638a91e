onCall((call) => {
  call.answer();
  on(call, ["RecordStarted", "RecordStopped", "Disconnected"], (name, e) => see(name + (e.url ? " url" : "")));
  on(call, ["Connected"], () => call.record());
  setTimeout(() => {
    same(seen, ["RecordStarted url", "Disconnected", "RecordStopped url"], "order");
    verdict();
  }, 20000);
});
