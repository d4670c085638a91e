onCall((call) => {
  call.answer();
  const ws = VoxEngine.createWebSocket("wss://agent.example/call");
  ws.sendMediaTo(call, { tag: "a" });
  ws.onmediastarted = () => setTimeout(() => ws.clearMediaBuffer({ tag: "b" }), 2000);
  ws.onmediaended = (e) => {
    same([e.tag, e.mediaInfo.duration], ["a", 10000], "the stream");
    verdict();
  };
});
