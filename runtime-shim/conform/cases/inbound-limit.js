VoxEngine.allowWebSocketConnections();
onCall((call) => call.answer());
VoxEngine.addEventListener(AppEvents.WebSocket, () => see("taken"));
VoxEngine.addEventListener(AppEvents.NewWebSocketFailed, (e) => {
  same(seen, ["taken", "taken", "taken", "taken"], "connections");
  same([e.name, e.method, e.path.endsWith("/fifth"), e.content, e.headers, typeof e.reason, e.websocket],
    ["Application.OnNewWebSocketFailed", "GET", true, "", [{ key: "X-Token", value: "7" }], "string", undefined], "the failure");
  verdict();
});
