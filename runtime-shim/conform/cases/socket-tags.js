onCall((call) => {
  call.answer();
  const peer = dial();
  const ws = VoxEngine.createWebSocket("wss://agent.example/call");
  on(peer, ["Connected"], () => {
    ws.sendMediaTo(call, { tag: "a" });
    ws.sendMediaTo(peer, { tag: "b" });
  });
  ws.addEventListener(WebSocketEvents.MEDIA_STARTED, (e) => {
    see(e.tag);
    if (seen.length < 2) return;
    same(seen, ["a", "b"], "tags");
    verdict();
    setTimeout(VoxEngine.terminate, 3000);
  });
});
