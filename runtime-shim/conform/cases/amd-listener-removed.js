onCall(() => {
  const amd = AMD.create({ model: AMD.Model.US });
  const one = () => see("one");
  amd.addEventListener(AMD.Events.DetectionComplete, one);
  amd.removeEventListener(AMD.Events.DetectionComplete, one);
  amd.addEventListener(AMD.Events.DetectionComplete, () => {
    same(seen, [], "listeners that were called");
    verdict();
  });
  VoxEngine.callPSTN("13333333333", "10000000000", { amd });
});
