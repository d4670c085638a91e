onCall((call) => {
  call.answer();
  const peer = VoxEngine.callConference("room-1", call.callerid(), "Ann", { "X-Order": "7", Order: "8" });
  same([peer.number(), peer.callerid(), peer.incoming()], ["room-1", "12222222222", false], "the call");
  VoxEngine.sendMediaBetween(call, peer);
  on(call, ["Disconnected"], () => {
    verdict();
    VoxEngine.terminate();
  });
});
