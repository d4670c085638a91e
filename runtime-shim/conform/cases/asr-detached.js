require(Modules.ASR);
onCall((call) => {
  call.answer();
  const asr = VoxEngine.createASR({ profile: ASRProfileList.Google.en_US });
  on(call, ["Connected"], () => call.sendMediaTo(asr));
  setTimeout(() => call.stopMediaTo(asr), 3200);
  asr.addEventListener(ASREvents.SpeechCaptured, () => see("captured"));
  asr.addEventListener(ASREvents.Result, (e) => see(e.text));
  setTimeout(() => {
    same(seen, ["captured", "one two"], "events");
    verdict();
  }, 7000);
});
