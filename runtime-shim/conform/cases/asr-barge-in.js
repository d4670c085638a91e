require(Modules.ASR);
onCall((call) => {
  call.answer();
  const asr = VoxEngine.createASR({ profile: ASRProfileList.Google.en_US });
  on(call, ["PlaybackFinished"], see);
  on(call, ["Connected"], () => {
    call.say("This is a long welcome, and it goes on and on until somebody says that it is enough of that.");
    call.sendMediaTo(asr);
  });
  asr.addEventListener(ASREvents.CaptureStarted, () => {
    same(seen, [], "speech goes on");
    call.stopPlayback();
  });
  asr.addEventListener(ASREvents.Result, (e) => {
    same(e.text, "Stop.", "text");
    verdict();
  });
});
