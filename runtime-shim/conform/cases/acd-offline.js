require(Modules.ACD);
onCall((call) => {
  call.answer();
  const request = VoxEngine.enqueueACDRequest("sales", "1");
  listen(request, ACDEvents, ["Queued", "QueueFull", "Error", "OperatorCallAttempt"], see);
  listen(request, ACDEvents, ["Offline"], (name, e) => {
    see([name, e.request === request]);
    request.getStatus();
    listen(request, ACDEvents, ["Waiting"], see);
  });
  setTimeout(() => {
    same(seen, [["Offline", true]], "events");
    finish();
  }, 30000);
});
