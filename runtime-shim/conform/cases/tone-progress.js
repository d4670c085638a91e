onCall(() => {
  const call = dial();
  call.detectProgressTone(true);
  on(call, ["ToneDetected"], (name, e) => {
    same([e.ProgressTone, e.VoicemailTone], [true, false], "the tone");
    verdict();
  });
});
