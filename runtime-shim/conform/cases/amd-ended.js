onCall(() => {
  const amd = AMD.create({ model: AMD.Model.US });
  VoxEngine.callPSTN("13333333333", "10000000000", { amd });
  amd.addEventListener(AMD.Events.DetectionComplete, (e) => {
    same(e.resultClass, AMD.ResultClass.CALL_ENDED, "result");
    verdict();
  });
});
