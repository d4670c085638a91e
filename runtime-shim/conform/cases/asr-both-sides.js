require(Modules.ASR);
onCall((call) => {
  const peer = dial();
  VoxEngine.easyProcess(call, peer, () => {
    for (const [name, side] of [["caller", call], ["peer", peer]]) {
      const asr = VoxEngine.createASR({ profile: ASRProfileList.Google.en_US });
      side.sendMediaTo(asr);
      asr.addEventListener(ASREvents.Result, (e) => {
        see([name, e.text]);
        if (seen.length < 2) return;
        same(seen, [["caller", "Hello?"], ["peer", "This is Bob."]], "who said what");
        verdict();
      });
    }
  });
});
