require(Modules.ACD);
VoxEngine.addEventListener(AppEvents.Started, () => {
  const request = VoxEngine.enqueueACDRequest("sales", "1");
  setTimeout(() => request.cancel(), 100000);
});
VoxEngine.addEventListener(AppEvents.Terminating, () => {
  same(seconds(), 160, "seconds until the end");
  verdict();
});
