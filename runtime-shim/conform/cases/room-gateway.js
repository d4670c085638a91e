require(Modules.Conference);
let conference;
onCall((call, e) => {
  if (e.destination === "10000000000") {
    VoxEngine.easyProcess(call, VoxEngine.callConference("room-1", e.callerid, e.displayName));
    return;
  }
  conference = VoxEngine.createConference({ hd_audio: false });
  call.ring();
  setTimeout(() => call.answer(), 3000);
  on(call, ["Connected"], () => VoxEngine.sendMediaBetween(call, conference));
  on(call, ["Disconnected"], (name, ended) => {
    same(ended.duration, 10, "duration of the call in the conference's session");
    verdict();
  });
});
