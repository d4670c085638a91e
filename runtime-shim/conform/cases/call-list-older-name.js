VoxEngine.addEventListener(AppEvents.Started, () => {
  same(VoxEngine.CallList === CallList, true, "VoxEngine.CallList");
  VoxEngine.CallList.reportError("busy", (result) => {
    same(result.code, 200, "the code");
    verdict();
  });
});
