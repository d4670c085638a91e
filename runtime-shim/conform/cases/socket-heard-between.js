onCall((call) => {
  call.answer();
  const ws = VoxEngine.createWebSocket("wss://agent.example/call");
  ws.onopen = () => {
    VoxEngine.sendMediaBetween(call, ws);
    verdict();
  };
});
