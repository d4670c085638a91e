require(Modules.ApplicationStorage);
VoxEngine.addEventListener(AppEvents.Started, async () => {
  for (const key of ["conform:b", "conform:a", "other"]) await ApplicationStorage.put(key, "v", 60);
  same((await ApplicationStorage.keys("conform")).keys, ["conform:a", "conform:b"], "keys of a namespace");
  verdict();
});
