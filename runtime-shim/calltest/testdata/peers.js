require(Modules.OpenAI);
require(Modules.Avatar);
VoxEngine.allowWebSocketConnections();
VoxEngine.addEventListener(AppEvents.WebSocket, ({ websocket }) => {
  websocket.addEventListener(WebSocketEvents.MESSAGE, ({ text }) => websocket.send("you said " + text));
});
VoxEngine.addEventListener(AppEvents.CallAlerting, async ({ call }) => {
  call.answer();
  call.addEventListener(CallEvents.Disconnected, VoxEngine.terminate);
  const ws = VoxEngine.createWebSocket("wss://agent.example/call");
  ws.addEventListener(WebSocketEvents.MEDIA_STARTED, (e) => Logger.write(JSON.stringify([e.tag, e.encoding, e.customParameters])));
  ws.addEventListener(WebSocketEvents.CLOSE, (e) => Logger.write(`closed ${e.code} ${e.reason}`));
  call.sendMediaTo(ws);
  ws.sendMediaTo(call, { tag: "voice" });
  const avatar = VoximplantAvatar.createAvatar({ avatarId: "1" });
  avatar.addEventListener(VoximplantAvatar.Events.Loaded, async () => Logger.write(JSON.stringify(await avatar.handleUtterance("hello"))));
  try {
    const ai = await OpenAI.createRealtimeAPIClient({ apiKey: "key" });
    ai.addEventListener(OpenAI.RealtimeAPIEvents.SessionCreated, (e) => ai.responseCreate({ for: e.data.payload.session }));
    ai.addEventListener(OpenAI.RealtimeAPIEvents.ResponseDone, (e) => Logger.write(JSON.stringify(e.data.payload)));
  } catch (error) {
    Logger.write(error.message);
  }
});
