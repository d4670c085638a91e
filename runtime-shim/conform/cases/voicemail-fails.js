require(Modules.AI);
onCall(() => {
  const call = dial();
  call.addEventListener(AI.Events.VoicemailDetected, () => see("detected"));
  call.addEventListener(AI.Events.VoicemailNotDetected, () => see("not detected"));
  on(call, ["AudioStarted"], () => {
    AI.detectVoicemail(call).then(() => see("resolved"), () => see("rejected"));
  });
  setTimeout(() => {
    same(seen.sort(), ["not detected", "rejected"], "event and promise");
    verdict();
  }, 10000);
});
