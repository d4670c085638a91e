onCall((call) => {
  call.answer();
  const ws = VoxEngine.createWebSocket("wss://agent.example/call");
  ws.sendMediaTo(call);
  const handlers = { CREATED: "oncreated", OPEN: "onopen", MESSAGE: "onmessage", MEDIA_STARTED: "onmediastarted", MEDIA_ENDED: "onmediaended", ERROR: "onerror", CLOSE: "onclose" };
  for (const name of Object.keys(handlers)) {
    same(ws[handlers[name]], null, `${handlers[name]} at first`);
    ws.addEventListener(WebSocketEvents[name], () => see(name));
    ws[handlers[name]] = (e) => see([handlers[name], e.websocket === ws]);
  }
  ws.addEventListener(WebSocketEvents.CLOSE, () => {
    const want = [];
    for (const name of Object.keys(handlers)) want.push([handlers[name], true], name);
    same(seen, want, "who was called");
    verdict();
  });
});
