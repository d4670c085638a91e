require(Modules.ASR);
onCall((call) => {
  call.answer();
  const asr = VoxEngine.createASR({ profile: ASRProfileList.Google.en_US, interimResults: true, singleUtterance: true });
  on(call, ["Connected"], () => call.sendMediaTo(asr));
  asr.addEventListener(ASREvents.InterimResult, (e) => see([e.asr === asr, e.text]));
  asr.addEventListener(ASREvents.Result, (e) => {
    same(seen, ["one", "one two", "one two three", "one two three four"].map((text) => [true, text]), "interim results");
    same(e.text, "one two three four", "the result");
    verdict();
  });
});
