require(Modules.ACD);
onCall((call) => {
  call.answer();
  for (let i = 1; i <= 3; i++) {
    const request = VoxEngine.enqueueACDRequest("sales", "1");
    listen(request, ACDEvents, ["Queued", "Offline", "QueueFull"], (name, e) => see([i, name, e.request === request]));
  }
  setTimeout(() => {
    same(seen, [[1, "Queued", true], [2, "Queued", true], [3, "QueueFull", true]], "three requests");
    finish();
  }, 1000);
});
