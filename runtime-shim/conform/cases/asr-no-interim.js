require(Modules.ASR);
onCall((call) => {
  call.answer();
  const plain = VoxEngine.createASR({ profile: ASRProfileList.Google.en_US });
  const without = VoxEngine.createASR({ profile: ASRProfileList.Microsoft.en_US, interimResults: true });
  for (const asr of [plain, without]) {
    on(call, ["Connected"], () => call.sendMediaTo(asr));
    asr.addEventListener(ASREvents.InterimResult, () => see("interim"));
    asr.addEventListener(ASREvents.Result, () => see("result"));
  }
  setTimeout(() => {
    same(seen, ["result", "result"], "events");
    verdict();
  }, 7500);
});
