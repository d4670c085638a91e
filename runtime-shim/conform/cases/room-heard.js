require(Modules.Conference);
onCall((call, e) => {
  if (e.destination === "10000000000") {
    call.answer();
    const room = VoxEngine.callConference("room-1", e.callerid, e.displayName);
    VoxEngine.sendMediaBetween(call, room);
    on(call, ["Disconnected"], () => {
      verdict();
      VoxEngine.terminate();
    });
    return;
  }
  const conference = VoxEngine.createConference({ hd_audio: false });
  call.answer();
  on(call, ["Connected"], () => {
    VoxEngine.sendMediaBetween(call, conference);
    VoxEngine.createTTSPlayer("Welcome to the room.").sendMediaTo(conference);
  });
});
