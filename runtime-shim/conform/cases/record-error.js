onCall((call) => {
  call.answer();
  on(call, ["RecordStarted", "RecordStopped"], see);
  on(call, ["RecordError"], (name, e) => {
    same([seen, typeof e.error], [[], "string"], "a recording that fails");
    verdict();
  });
  on(call, ["Connected"], () => call.record());
});
