require(Modules.ASR);
onCall((call) => {
  call.answer();
  const asr = VoxEngine.createASR({ profile: ASRProfileList.Google.en_US });
  on(call, ["Connected"], () => call.sendMediaTo(asr));
  asr.addEventListener(ASREvents.SpeechCaptured, () => see("captured"));
  asr.addEventListener(ASREvents.Result, (e) => {
    same([seen, e.text, e.confidence], [["captured"], "", 0], "the result");
    verdict();
  });
});
