onCall((call) => {
  call.answer();
  const ws = VoxEngine.createWebSocket("wss://agent.example/call");
  ws.sendMediaTo(call);
  ws.onmediastarted = () => setTimeout(() => ws.stopMediaTo(call), 2000);
  ws.onmediaended = (e) => {
    same(e.mediaInfo.duration, 30000, "how long the stream was");
    verdict();
  };
});
