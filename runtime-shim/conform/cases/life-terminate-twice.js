VoxEngine.addEventListener(AppEvents.Started, () => {
  VoxEngine.terminate();
  VoxEngine.terminate();
});
VoxEngine.addEventListener(AppEvents.Terminating, () => { see("terminating"); VoxEngine.terminate(); });
VoxEngine.addEventListener(AppEvents.Terminated, () => {
  see("terminated");
  same(seen, ["terminating", "terminated"], "events of the end");
  verdict();
});
