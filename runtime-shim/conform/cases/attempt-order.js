require(Modules.ApplicationStorage);
var sessions = (typeof sessions === "undefined" ? 0 : sessions) + 1;
VoxEngine.addEventListener(AppEvents.Started, async () => {
  const before = await ApplicationStorage.get("rows");
  const rows = [...JSON.parse(before ? before.value : "[]"), JSON.parse(VoxEngine.customData()).name];
  await ApplicationStorage.put("rows", JSON.stringify(rows), 86400);
  same([rows, sessions], [["first", "second", "third"].slice(0, rows.length), 1], "rows so far, and sessions of this context");
  if (rows.length === 3 || complaints.length > 0) verdict();
  CallList.reportResult("done", VoxEngine.terminate);
});
