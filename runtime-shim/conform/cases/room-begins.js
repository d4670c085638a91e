onCall((call, e) => {
  call.answer();
  on(call, ["Disconnected"], VoxEngine.terminate);
  if (e.destination === "room-1") {
    same([e.callerid, e.displayName, e.headers["X-Order"], call.incoming()], ["12222222222", "Ann", "7", true], "the call that came");
    same(seen, ["room-1"], "what came before");
    verdict();
    return;
  }
  VoxEngine.callConference("room-1", call.callerid(), "Ann", { "X-Order": "7" });
});
VoxEngine.addEventListener(AppEvents.Started, (e) => see(e.conference_name));
