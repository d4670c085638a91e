require(Modules.ASR);
onCall((call) => {
  call.answer();
  const asr = VoxEngine.createASR({ profile: ASRProfileList.Google.en_US, singleUtterance: true });
  on(call, ["Connected"], () => call.sendMediaTo(asr));
  asr.addEventListener(ASREvents.SpeechCaptured, () => call.stopMediaTo(asr));
  asr.addEventListener(ASREvents.Result, (e) => {
    see(e.text);
    if (e.text === "Yes.") setTimeout(() => call.sendMediaTo(asr), 5000);
    if (e.text !== "No.") return;
    same(seen, ["Yes.", "No."], "results");
    verdict();
  });
});
