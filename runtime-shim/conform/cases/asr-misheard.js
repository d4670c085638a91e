require(Modules.ASR);
onCall((call) => {
  call.answer();
  const asr = VoxEngine.createASR({ profile: ASRProfileList.Google.en_US });
  on(call, ["Connected"], () => call.sendMediaTo(asr));
  asr.addEventListener(ASREvents.Result, (e) => {
    same([e.text, e.confidence], ["a table for ten", 40], "the result");
    verdict();
  });
});
