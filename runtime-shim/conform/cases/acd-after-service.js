require(Modules.ACD);
onCall((call) => {
  call.answer();
  for (let i = 0; i < 2; i++) {
    const request = VoxEngine.enqueueACDRequest("sales", "1");
    listen(request, ACDEvents, ["OperatorReached"], (name, e) => {
      see(seconds());
      if (seen.length < 2) return;
      same(seen, [2, 44], "when the agent answers");
      finish();
    });
  }
});
