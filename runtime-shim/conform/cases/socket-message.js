const ws = VoxEngine.createWebSocket("wss://agent.example/call");
ws.addEventListener(WebSocketEvents.OPEN, () => ws.send("ping"));
ws.addEventListener(WebSocketEvents.MESSAGE, (e) => {
  same([e.text, e.data, e.websocket === ws], ["pong", undefined, true], "text, data and socket");
  verdict();
});
