VoxEngine.addEventListener(AppEvents.Started, () => {
  const row = JSON.parse(VoxEngine.customData());
  same([row.phone, row.name], ["13333333333", "Client"], "the row");
  same(typeof CallList.reportResult, "function", "CallList.reportResult");
  verdict();
});
