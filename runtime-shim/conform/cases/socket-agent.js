onCall((call) => {
  call.answer();
  const ws = VoxEngine.createWebSocket("wss://agent.example/call");
  ws.addEventListener(WebSocketEvents.OPEN, () => VoxEngine.sendMediaBetween(call, ws));
  ws.addEventListener(WebSocketEvents.MEDIA_ENDED, () => {
    see("ended");
    if (seen.length === 3) ws.send(JSON.stringify({ type: "goodbye" }));
  });
  ws.addEventListener(WebSocketEvents.MESSAGE, (e) => see(JSON.parse(e.text).text));
  ws.addEventListener(WebSocketEvents.CLOSE, (e) => {
    same([seen, e.code], [["ended", "where is my parcel", "ended"], 1000], "the conversation");
    verdict();
  });
});
