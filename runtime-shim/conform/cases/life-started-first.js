VoxEngine.addEventListener(AppEvents.Started, () => see("started"));
onCall(() => {
  see("alerting");
  same(seen, ["started", "alerting"], "order");
  verdict();
  VoxEngine.terminate();
});
