const ws = VoxEngine.createWebSocket("wss://agent.example/call");
for (const name of ["OPEN", "ERROR", "CLOSE"]) ws.addEventListener(WebSocketEvents[name], (e) => see([name, e.code, e.wasClean]));
setTimeout(() => {
  same(seen, [["OPEN", undefined, undefined], ["ERROR", undefined, undefined], ["CLOSE", 1006, false]], "events");
  verdict();
}, 5000);
