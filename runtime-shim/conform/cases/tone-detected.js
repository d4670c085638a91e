onCall(() => {
  const call = dial();
  const other = (name, e) => see([e.VoicemailTone, e.ProgressTone, e.call === call, e.id === call.id(), e.name]);
  call.detectProgressTone(true);
  on(call, ["ToneDetected"], other);
  setTimeout(() => {
    same(seen, [[true, false, true, true, "Call.ToneDetected"]], "events");
    verdict();
  }, 15000);
});
