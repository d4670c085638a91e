require(Modules.ASR);
onCall((call) => {
  call.answer();
  const asr = VoxEngine.createASR({ profile: ASRProfileList.Google.en_US });
  const one = () => see("one");
  asr.addEventListener(ASREvents.CaptureStarted, one);
  asr.addEventListener(ASREvents.SpeechCaptured, () => see("all"));
  asr.removeEventListener(ASREvents.CaptureStarted, one);
  asr.removeEventListener(ASREvents.SpeechCaptured);
  on(call, ["Connected"], () => call.sendMediaTo(asr));
  asr.addEventListener(ASREvents.Result, () => {
    same(seen, [], "listeners that were called");
    verdict();
  });
});
