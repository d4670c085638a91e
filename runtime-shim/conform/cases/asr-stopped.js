require(Modules.ASR);
onCall((call) => {
  call.answer();
  on(call, ["Connected"], () => {
    const asr = VoxEngine.createASR({ profile: ASRProfileList.Google.en_US });
    asr.addEventListener(ASREvents.Stopped, () => see("Stopped"));
    asr.stop();
    asr.stop();
    same([thrown(() => call.sendMediaTo(asr)) !== "", typeof asr.id()], [true, "string"], "after stop()");
    setTimeout(() => {
      same(seen, ["Stopped"], "events");
      verdict();
    }, 1000);
  });
});
