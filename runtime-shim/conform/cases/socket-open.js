const ws = VoxEngine.createWebSocket("wss://agent.example/call", { protocols: "chat", headers: [{ name: "X-Token", value: "7" }] });
see(ws.readyState);
for (const name of ["OPEN", "CREATED"]) ws.addEventListener(WebSocketEvents[name], (e) => {
  see([name, e.name, e.websocket === ws, ws.readyState]);
  if (name !== "OPEN") return;
  same(seen, [
    "connecting", ["CREATED", "WebSocket.Created", true, "connecting"], ["OPEN", "WebSocket.Open", true, "open"],
  ], "states and events");
  same([ws.url, typeof ws.id(), ws.id() === VoxEngine.createWebSocket(ws.url).id()], ["wss://agent.example/call", "string", false], "address and id");
  verdict();
});
