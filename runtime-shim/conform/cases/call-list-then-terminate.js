let begun = 0;
VoxEngine.addEventListener(AppEvents.Terminating, () => {
  same(Date.now() - begun < 60000, true, "the end comes with the answer, not by idling");
  verdict();
});
VoxEngine.addEventListener(AppEvents.Started, () => {
  begun = Date.now();
  CallList.reportResult("done", VoxEngine.terminate);
});
