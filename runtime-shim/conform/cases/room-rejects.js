onCall((call, e) => {
  if (e.destination !== "10000000000") {
    call.reject(486);
    return;
  }
  call.answer();
  on(VoxEngine.callConference("room-1", e.callerid, ""), ["Connected", "Failed"], (name, failed) => {
    same([name, failed.code], ["Failed", 486], "what came of the call");
    verdict();
  });
});
