require(Modules.AI);
onCall(() => {
  const call = dial();
  call.addEventListener(AI.Events.VoicemailDetected, () => see("detected"));
  call.addEventListener(AI.Events.VoicemailNotDetected, (e) => see(e.call === call));
  on(call, ["AudioStarted"], () => {
    AI.detectVoicemail(call);
    AI.detectVoicemail(call, { model: "colombia" }).then(() => see("resolved")).catch(() => see("rejected"));
  });
  setTimeout(() => {
    same(seen.sort(), ["rejected", true, true], "events and promise");
    verdict();
  }, 10000);
});
