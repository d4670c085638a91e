onCall((call) => {
  call.answer();
  const ws = VoxEngine.createWebSocket("wss://agent.example/call");
  ws.onopen = () => {
    call.sendMediaTo(ws, { tag: "caller", encoding: WebSocketAudioEncoding.PCM16, customParameters: { turn: 1 } });
    setTimeout(() => {
      call.stopMediaTo(ws);
      verdict();
    }, 2000);
  };
});
