require(Modules.AI);
onCall(() => {
  const call = dial();
  call.addEventListener(AI.Events.VoicemailDetected, (e) => see([e.call === call, e.confidence >= 75]));
  call.addEventListener(AI.Events.VoicemailNotDetected, () => see("not detected"));
  on(call, ["AudioStarted"], () => {
    AI.detectVoicemail(call).then((e) => {
      see(e.confidence >= 75);
      same(seen, [[true, true], true], "event and promise");
      verdict();
    }).catch(() => see("rejected"));
  });
});
