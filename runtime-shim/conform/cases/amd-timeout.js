onCall(() => {
  const amd = AMD.create({ model: AMD.Model.US });
  const call = VoxEngine.callPSTN("13333333333", "10000000000", { amd });
  let connected = 0;
  on(call, ["Connected"], () => { connected = Date.now(); });
  amd.addEventListener(AMD.Events.DetectionComplete, (e) => {
    same([e.resultClass, Date.now() - connected], [AMD.ResultClass.TIMEOUT, 6500], "result and time");
    verdict();
  });
});
