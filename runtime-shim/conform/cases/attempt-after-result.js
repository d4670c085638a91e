require(Modules.ApplicationStorage);
VoxEngine.addEventListener(AppEvents.Started, async () => {
  same(await ApplicationStorage.get("attempt"), null, "an attempt before");
  await ApplicationStorage.put("attempt", "1", 86400);
  await CallList.reportErrorAsync("not yet");
  await CallList.reportResultAsync("done");
  finish();
});
