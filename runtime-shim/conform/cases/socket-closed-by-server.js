const ws = VoxEngine.createWebSocket("wss://agent.example/call");
ws.onopen = () => ws.send("bye");
ws.addEventListener(WebSocketEvents.ERROR, () => see("error"));
ws.addEventListener(WebSocketEvents.CLOSE, (e) => {
  same([e.code, e.reason, e.wasClean, e.websocket === ws, ws.readyState], [WebSocketCloseCode.CLOSE_GOING_AWAY, "done", true, true, "closed"], "close");
  same(seen, [], "other events");
  verdict();
});
