require(Modules.ApplicationStorage);
VoxEngine.addEventListener(AppEvents.Started, async () => {
  const before = await ApplicationStorage.get("attempts");
  const starts = [...JSON.parse(before ? before.value : "[]"), Math.floor(seconds() / 60)];
  await ApplicationStorage.put("attempts", JSON.stringify(starts), 86400);
  same(starts, [0, 10, 20].slice(0, starts.length), "minutes of the attempts");
  if (starts.length === 3 || complaints.length > 0) verdict();
  CallList.reportError({ code: 486 }, VoxEngine.terminate);
});
