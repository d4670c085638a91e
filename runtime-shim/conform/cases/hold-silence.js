require(Modules.ASR);
onCall((call) => {
  call.answer();
  const asr = VoxEngine.createASR({ profile: ASRProfileList.Google.en_US });
  on(call, ["Connected"], () => call.sendMediaTo(asr));
  asr.addEventListener(ASREvents.Result, (e) => {
    same(e.text, "Here I am.", "the first result");
    verdict();
  });
});
