require(Modules.ACD);
onCall((call) => {
  call.answer();
  for (let i = 1; i <= 3; i++) {
    const request = VoxEngine.enqueueACDRequest("sales", "1");
    listen(request, ACDEvents, ["Queued", "QueueFull"], (name) => see(name));
  }
  setTimeout(() => {
    same(seen, ["Queued", "Queued", "QueueFull"], "three requests of 3 min each, and 6 min at most");
    finish();
  }, 1000);
});
