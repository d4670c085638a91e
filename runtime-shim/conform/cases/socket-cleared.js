onCall((call) => {
  call.answer();
  const ws = VoxEngine.createWebSocket("wss://agent.example/call");
  ws.sendMediaTo(call);
  let cleared = 0;
  ws.onmediastarted = () => setTimeout(() => {
    ws.clearMediaBuffer();
    cleared = Date.now();
  }, 2000);
  ws.onmediaended = (e) => {
    same([e.mediaInfo.duration, Date.now() - cleared], [2000, 1000], "what was heard, and when it ended");
    verdict();
  };
});
