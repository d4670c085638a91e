VoxEngine.addEventListener(AppEvents.Started, () => {
  CallList.reportResult("done", (result) => {
    same(result.code, 404, "the code");
    verdict();
  });
});
