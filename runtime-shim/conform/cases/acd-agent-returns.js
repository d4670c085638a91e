require(Modules.ACD);
onCall((call) => {
  call.answer();
  const request = VoxEngine.enqueueACDRequest("sales", "1");
  listen(request, ACDEvents, ["OperatorCallAttempt"], () => {
    see(seconds());
    if (seen.length < 3) return;
    same(seen, [0, 21, 42], "when the agent is called");
    finish();
  });
});
