require(Modules.ASR);
onCall((call) => {
  call.answer();
  const asr = VoxEngine.createASR({ profile: ASRProfileList.Google.en_US, singleUtterance: true });
  for (const name of Object.keys(ASREvents)) asr.addEventListener(ASREvents[name], (e) => see([name, e.asr === asr, e.text]));
  on(call, ["Connected"], () => call.sendMediaTo(asr));
  setTimeout(() => {
    const own = (name, text) => [name, true, text];
    same(seen, [own("Started"), own("CaptureStarted"), own("SpeechCaptured"), own("Result", "Yes, please.")], "events");
    verdict();
  }, 5000);
});
