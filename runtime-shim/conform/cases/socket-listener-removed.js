const ws = VoxEngine.createWebSocket("wss://agent.example/call");
const listener = () => see("removed");
ws.addEventListener(WebSocketEvents.MESSAGE, listener);
ws.addEventListener(WebSocketEvents.MESSAGE, () => see("kept"));
ws.removeEventListener(WebSocketEvents.MESSAGE, listener);
ws.onopen = () => ws.send("ping");
setTimeout(() => {
  same(seen, ["kept"], "listeners");
  verdict();
}, 2000);
