let left = 0;
onCall((call) => {
  call.answer();
  const ws = VoxEngine.createWebSocket("wss://agent.example/call");
  ws.addEventListener(WebSocketEvents.CLOSE, () => see("closed"));
  on(call, ["Disconnected"], () => {
    left = Date.now();
    same([ws.readyState, thrown(() => ws.send("still here"))], ["open", ""], "the socket after the call");
  });
});
VoxEngine.addEventListener(AppEvents.Terminating, () => {
  same([Date.now() - left, seen], [60000, []], "the end");
  verdict();
});
