require(Modules.ApplicationStorage);
VoxEngine.addEventListener(AppEvents.Started, async () => {
  await ApplicationStorage.put("conform", "text").catch(() => see("rejected"));
  same(seen, [], "put without a time to live");
  verdict();
});
