onCall((call) => {
  call.answer();
  const ws = VoxEngine.createWebSocket("wss://agent.example/call");
  ws.addEventListener(WebSocketEvents.OPEN, () => VoxEngine.sendMediaBetween(call, ws));
  ws.addEventListener(WebSocketEvents.MESSAGE, (e) => {
    if (JSON.parse(e.text).type === "interrupted") ws.clearMediaBuffer();
  });
  ws.addEventListener(WebSocketEvents.MEDIA_ENDED, (e) => {
    see(e.mediaInfo.duration);
    same(seen[0] < 4000, true, "the agent is cut off where the caller begins to speak");
    verdict();
  });
});
