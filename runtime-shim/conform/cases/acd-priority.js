require(Modules.ACD);
onCall((call) => {
  call.answer();
  for (const priority of [100, 2, 1, 2]) {
    const request = VoxEngine.enqueueACDRequest("sales", "1", { priority, customData: `${priority}` });
    listen(request, ACDEvents, ["OperatorReached"], (name, e) => {
      see(e.operatorCall.customData());
      if (seen.length < 4) return;
      same(seen, ["1", "2", "2", "100"], "the order");
      finish();
    });
  }
});
