require(Modules.Conference);
onCall((call) => {
  call.answer();
  const room = VoxEngine.createConference({ hd_audio: false });
  const ws = VoxEngine.createWebSocket("wss://agent.example/call");
  on(call, ["Connected"], () => {
    VoxEngine.sendMediaBetween(call, room);
    VoxEngine.sendMediaBetween(ws, room);
    verdict();
  });
});
