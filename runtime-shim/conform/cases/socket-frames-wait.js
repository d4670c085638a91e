onCall((call) => {
  call.answer();
  const ws = VoxEngine.createWebSocket("wss://agent.example/call");
  on(call, ["Connected"], () => {
    call.sendMediaTo(ws);
    same(ws.readyState, "connecting", "the state as media are sent");
    verdict();
  });
});
