require(Modules.ASR);
onCall((call) => {
  call.answer();
  const asr = VoxEngine.createASR({ profile: ASRProfileList.Google.en_US });
  on(call, ["Connected"], () => call.sendMediaTo(asr));
  asr.addEventListener(ASREvents.Result, (e) => {
    same([e.confidence > 50, e.confidence <= 100], [true, true], `confidence ${e.confidence}`);
    verdict();
  });
});
