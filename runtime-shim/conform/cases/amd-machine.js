onCall(() => {
  const amd = AMD.create({ model: AMD.Model.US });
  const call = VoxEngine.callPSTN("13333333333", "10000000000", { amd });
  amd.addEventListener(AMD.Events.DetectionComplete, (e) => {
    same([e.amd === amd, e.call === call, e.callId === call.id()], [true, true, true], "whose event it is");
    same([e.resultClass, e.resultSubtype, e.confidence > 50, e.confidence <= 100], [AMD.ResultClass.VOICEMAIL, AMD.ResultSubtype.NONE, true, true], "the result");
    same(call.state(), "CONNECTED", "state");
    verdict();
  });
});
