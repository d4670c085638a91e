onCall((call) => {
  call.answer();
  const ws = VoxEngine.createWebSocket("wss://agent.example/call");
  ws.sendMediaTo(call);
  ws.onmediaended = (e) => {
    same(e.mediaInfo.duration, 10000, "what was kept");
    verdict();
  };
});
