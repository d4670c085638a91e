const ws = new WebSocket("wss://agent.example/call");
same(ws.readyState, WebSocketReadyState.CONNECTING, "state");
ws.onopen = () => {
  same(ws.readyState, WebSocketReadyState.OPEN, "state");
  verdict();
};
