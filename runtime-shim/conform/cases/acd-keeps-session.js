require(Modules.ACD);
VoxEngine.addEventListener(AppEvents.Started, () => {
  VoxEngine.enqueueACDRequest("sales", "1");
  setTimeout(() => VoxEngine.enqueueACDRequest("sales", "1"), 60 * 60 * 1000);
});
VoxEngine.addEventListener(AppEvents.Terminating, () => {
  same(seconds(), 120 * 60, "seconds until the end");
  verdict();
});
