const ws = VoxEngine.createWebSocket("wss://agent.example/call");
ws.addEventListener(WebSocketEvents.OPEN, () => {
  ws.close();
  see(ws.readyState);
  ws.close();
});
ws.addEventListener(WebSocketEvents.CLOSE, (e) => see([e.code, e.reason, e.wasClean, ws.readyState]));
setTimeout(() => {
  same(seen, ["closing", [1000, "", true, "closed"]], "states and events");
  same(thrown(() => ws.close()), "", "close() afterwards");
  verdict();
}, 2000);
