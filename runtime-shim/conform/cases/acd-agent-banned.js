require(Modules.ACD);
onCall((call) => {
  call.answer();
  const request = VoxEngine.enqueueACDRequest("sales", "1");
  listen(request, ACDEvents, ["OperatorCallAttempt", "OperatorFailed", "Offline"], see);
  setTimeout(() => {
    same(seen, ["OperatorCallAttempt", "OperatorFailed"], "events of the request that waits");
    const late = VoxEngine.enqueueACDRequest("sales", "1");
    listen(late, ACDEvents, ["Queued", "Offline"], (name) => {
      same(name, "Offline", "a request while the only agent is banned");
      finish();
    });
  }, 30000);
});
