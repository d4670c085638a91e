require(Modules.ASR);
onCall((call) => {
  call.answer();
  const asr = VoxEngine.createASR({ profile: ASRProfileList.Google.en_US });
  on(call, ["Connected"], () => call.sendMediaTo(asr));
  for (const name of ["CaptureStarted", "SpeechCaptured", "Result"]) asr.addEventListener(ASREvents[name], () => see(name));
  asr.addEventListener(ASREvents.Stopped, (e) => see([e.asr === asr, typeof e.cost, e.duration]));
  asr.addEventListener(ASREvents.SpeechCaptured, () => asr.stop());
  setTimeout(() => {
    same(seen, ["CaptureStarted", "SpeechCaptured", [true, "string", 2]], "events");
    verdict();
  }, 5000);
});
