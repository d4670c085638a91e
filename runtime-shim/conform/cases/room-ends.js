onCall((call, e) => {
  call.answer();
  if (e.destination !== "10000000000") {
    setTimeout(VoxEngine.terminate, 2000);
    return;
  }
  on(call, ["Disconnected"], VoxEngine.terminate);
  const first = VoxEngine.callConference("room-1", e.callerid, "");
  on(first, ["Connected", "Disconnected"], see);
  on(first, ["Disconnected"], () => {
    const second = VoxEngine.callConference("room-1", e.callerid, "");
    on(second, ["Connected"], () => {
      same(seen, ["Connected", "Disconnected"], "events of the first call");
      verdict();
    });
  });
});
