require(Modules.ASR);
onCall((call) => {
  call.answer();
  const peer = dial();
  const asr = VoxEngine.createASR({ profile: ASRProfileList.Google.en_US });
  on(peer, ["Connected"], () => peer.sendMediaTo(asr));
  on(peer, ["Disconnected"], see);
  asr.addEventListener(ASREvents.SpeechCaptured, () => see("captured"));
  asr.addEventListener(ASREvents.Result, (e) => {
    same([seen.includes("captured"), seen.includes("Disconnected"), e.text.startsWith("Wrong number,"), e.text.endsWith("day.")], [true, true, true, false], "the result " + e.text);
    verdict();
  });
});
