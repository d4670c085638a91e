require(Modules.ASR);
onCall(() => {
  const call = dial();
  const asr = VoxEngine.createASR({ profile: ASRProfileList.Google.en_US, singleUtterance: true });
  on(call, ["Connected"], () => {
    call.sendMediaTo(asr);
    call.enableBeepDetection({ timeout: 20000 });
  });
  asr.addEventListener(ASREvents.Result, (e) => see(e.text.includes("leave a message")));
  on(call, ["BeepDetectionComplete"], (name, e) => {
    same([seen, e.frequencies], [[true], [1000]], "what was heard");
    call.say("Please call us back.");
  });
  on(call, ["PlaybackFinished"], () => verdict());
});
