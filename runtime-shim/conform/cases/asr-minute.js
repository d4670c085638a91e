require(Modules.ASR);
onCall((call) => {
  call.answer();
  const asr = VoxEngine.createASR({ profile: ASRProfileList.Google.en_US });
  const began = Date.now();
  on(call, ["Connected"], () => call.sendMediaTo(asr));
  asr.addEventListener(ASREvents.Result, (e) => see([e.text, Math.floor((Date.now() - began) / 60000)]));
  setTimeout(() => {
    same(seen, [["one two three", 1], ["four five six", 2]], "results and their minutes");
    verdict();
  }, 123500);
});
