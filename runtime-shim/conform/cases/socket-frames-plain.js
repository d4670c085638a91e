onCall((call) => {
  call.answer();
  const ws = VoxEngine.createWebSocket("wss://agent.example/call");
  ws.onopen = () => {
    call.sendMediaTo(ws);
    verdict();
  };
});
