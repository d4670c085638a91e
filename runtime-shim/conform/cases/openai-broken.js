require(Modules.OpenAI);
OpenAI.createRealtimeAPIClient({
  apiKey: "key",
  onWebSocketClose: (e) => {
    same([seen, e.code, e.wasClean], [["error"], 1006, false], "the end");
    verdict();
  },
}).then((client) => client.addEventListener(OpenAI.RealtimeAPIEvents.WebSocketError, () => see("error")));
