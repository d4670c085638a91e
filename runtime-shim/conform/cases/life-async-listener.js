VoxEngine.addEventListener(AppEvents.Started, async () => {
  await null;
  throw new Error("on purpose");
});
VoxEngine.addEventListener(AppEvents.Terminated, (e) => {
  same(e.systemError, true, "systemError after an async listener rejected");
  verdict();
});
