require(Modules.ACD);
onCall((call) => {
  call.answer();
  const request = VoxEngine.enqueueACDRequest("sales", "1");
  listen(request, ACDEvents, ["Waiting"], see);
  request.getStatus();
  listen(request, ACDEvents, ["Queued"], () => {
    same(seen, [], "Waiting before Queued");
    request.getStatus();
    setTimeout(() => {
      same(seen, ["Waiting"], "Waiting after Queued");
      finish();
    }, 1000);
  });
});
