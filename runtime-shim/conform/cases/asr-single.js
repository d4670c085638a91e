require(Modules.ASR);
onCall((call) => {
  call.answer();
  const asr = VoxEngine.createASR({ profile: ASRProfileList.Google.en_US, singleUtterance: true });
  on(call, ["Connected"], () => call.sendMediaTo(asr));
  asr.addEventListener(ASREvents.Result, (e) => see(e.text));
  setTimeout(() => {
    same(seen, ["Yes.", "Please."], "results");
    verdict();
  }, 6000);
});
