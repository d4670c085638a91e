require(Modules.ApplicationStorage);
VoxEngine.addEventListener(AppEvents.Started, async () => {
  await ApplicationStorage.put("conform", "text", 60);
  const item = await ApplicationStorage.get("conform");
  same([item.key, item.value, typeof item.expireAt], ["conform", "text", "number"], "what was put");
  same(await ApplicationStorage.get("conform-nothing"), null, "a key that is not there");
  await ApplicationStorage.remove("conform");
  same(await ApplicationStorage.get("conform"), null, "what was removed");
  verdict();
});
