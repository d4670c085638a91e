VoxEngine.addEventListener(AppEvents.Started, () => {
  const value = VoxEngine.terminate();
  see("after");
  same(value, undefined, "value of terminate");
});
VoxEngine.addEventListener(AppEvents.Terminated, () => {
  same(seen, ["after"], "code after terminate");
  verdict();
});
