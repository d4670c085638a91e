VoxEngine.allowWebSocketConnections();
VoxEngine.addEventListener(AppEvents.WebSocket, (e) => {
  const ws = e.websocket;
  same([e.method, e.path.endsWith("/media?turn=1"), e.content, e.headers], ["GET", true, "", [{ key: "X-Token", value: "7" }]], "the request");
  same([ws.readyState, ws.url.startsWith("ws://"), e.name], ["open", true, "AppEvents.NewWebSocketConnection"], "the socket");
  ws.addEventListener(WebSocketEvents.MESSAGE, (m) => {
    same([m.text, m.websocket === ws], ["good morning", true], "the message");
    verdict();
  });
  ws.send("hello");
});
