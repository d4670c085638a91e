const ws = VoxEngine.createWebSocket("wss://agent.example/call");
ws.addEventListener(WebSocketEvents.CLOSE, () => see("closed"));
ws.onopen = () => VoxEngine.terminate();
VoxEngine.addEventListener(AppEvents.Terminated, () => {
  same(seen, [], "events");
  verdict();
});
