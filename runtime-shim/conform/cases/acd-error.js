require(Modules.ACD);
onCall((call) => {
  call.answer();
  const request = VoxEngine.enqueueACDRequest("nowhere", "1");
  listen(request, ACDEvents, ["Queued", "Offline", "QueueFull"], see);
  listen(request, ACDEvents, ["Error"], (name, e) => {
    same([e.request === request, typeof e.error, seen], [true, "string", []], "Error");
    finish();
  });
});
