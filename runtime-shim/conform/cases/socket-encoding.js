onCall((call) => {
  call.answer();
  const ws = VoxEngine.createWebSocket("wss://agent.example/call");
  ws.onopen = () => {
    same(thrown(() => call.sendMediaTo(ws, { encoding: "MP3" })) !== "", true, "an encoding that there is not throws");
    for (const name of Object.keys(WebSocketAudioEncoding)) same(thrown(() => call.sendMediaTo(ws, { encoding: WebSocketAudioEncoding[name] })), "", name);
    verdict();
  };
});
