onCall(() => {
  const amd = AMD.create({ model: AMD.Model.US });
  const call = VoxEngine.callPSTN("13333333333", "10000000000", { amd });
  amd.addEventListener(AMD.Events.DetectionComplete, (e) => {
    same([e.resultClass, call.state()], [AMD.ResultClass.VOICEMAIL, "PROGRESSING"], "result and state");
    verdict();
  });
});
