require(Modules.ApplicationStorage);
VoxEngine.addEventListener(AppEvents.Started, async () => {
  const before = await ApplicationStorage.get("attempts");
  const count = 1 + Number(before ? before.value : 0);
  await ApplicationStorage.put("attempts", String(count), 86400);
  // Three attempts, of which the second one asks for two more: four in all.
  if (count >= 4) {
    same(count, 4, "the attempt");
    verdict();
  }
  await CallList.requestNextAttemptAsync(count === 2 ? { attempts_left: 2 } : {});
  VoxEngine.terminate();
});
