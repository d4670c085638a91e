VoxEngine.addEventListener(AppEvents.Started, () => {
  same(thrown(() => VoxEngine.enqueueACDRequest("sales", "1")) !== "", true, "enqueueACDRequest throws");
  same(typeof ACDEvents, "undefined", "ACDEvents");
  require(Modules.ACD);
  same(thrown(() => VoxEngine.enqueueACDRequest("sales", "1")), "", "after require");
  finish();
});
