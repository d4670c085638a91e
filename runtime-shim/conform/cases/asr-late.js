require(Modules.ASR);
onCall((call) => {
  call.answer();
  const asr = VoxEngine.createASR({ profile: ASRProfileList.Google.en_US });
  setTimeout(() => call.sendMediaTo(asr), 3200);
  asr.addEventListener(ASREvents.CaptureStarted, () => see("started"));
  asr.addEventListener(ASREvents.Result, (e) => {
    same([seen, e.text], [["started"], "three four"], "events");
    verdict();
  });
});
