require(Modules.ASR);
onCall((call) => {
  call.answer();
  const asr = VoxEngine.createASR({ profile: ASRProfileList.Google.en_US });
  on(call, ["Connected"], () => call.sendMediaTo(asr));
  for (const name of ["Result", "Stopped"]) asr.addEventListener(ASREvents[name], () => see(name));
  asr.addEventListener(ASREvents.ASRError, (e) => see([e.asr === asr, e.error]));
  setTimeout(() => {
    same(seen, [[true, "quota exceeded"]], "events");
    verdict();
  }, 5000);
});
