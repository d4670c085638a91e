const ws = VoxEngine.createWebSocket("wss://agent.example/call");
for (const name of Object.keys(WebSocketEvents)) ws.addEventListener(WebSocketEvents[name], (e) => see([name, e.code, e.wasClean, e.websocket === ws]));
setTimeout(() => {
  const events = seen.filter(([name]) => name !== "CREATED");
  same(events, [["ERROR", undefined, undefined, true], ["CLOSE", WebSocketCloseCode.CLOSE_ABNORMAL, false, true]], "events");
  same(ws.readyState, "closed", "state");
  verdict();
}, 2000);
