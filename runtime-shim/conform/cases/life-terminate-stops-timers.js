setTimeout(() => see("timer"), 10);
VoxEngine.addEventListener(AppEvents.Started, VoxEngine.terminate);
VoxEngine.addEventListener(AppEvents.Terminated, () => {
  same(seen, [], "timers after terminate");
  verdict();
});
