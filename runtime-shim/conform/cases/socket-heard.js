onCall((call) => {
  call.answer();
  const ws = VoxEngine.createWebSocket("wss://agent.example/call");
  ws.sendMediaTo(call, { tag: "voice" });
  let began = 0;
  ws.addEventListener(WebSocketEvents.MEDIA_STARTED, (e) => {
    began = Date.now();
    same([e.tag, e.encoding, e.customParameters, e.websocket === ws], ["voice", "PCM16", { turn: "1" }, true], "start");
  });
  ws.addEventListener(WebSocketEvents.MEDIA_ENDED, (e) => {
    same([e.tag, e.mediaInfo.duration, Date.now() - began, e.websocket === ws], ["voice", 2000, 3000, true], "end");
    verdict();
  });
});
