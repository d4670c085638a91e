require(Modules.ACD);
onCall((call) => {
  call.answer();
  const wait = (name) => {
    const request = VoxEngine.enqueueACDRequest("sales", "1");
    listen(request, ACDEvents, ["Queued"], () => setTimeout(() => request.getStatus(), 1000));
    listen(request, ACDEvents, ["Waiting"], (event, e) => see([name, e.request === request, e.position, e.ewt]));
  };
  wait("first");
  wait("second");
  setTimeout(() => {
    same(seen, [["first", true, 1, 3], ["second", true, 2, 6]], "position and minutes");
    finish();
  }, 5000);
});
