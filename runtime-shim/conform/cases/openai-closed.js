require(Modules.OpenAI);
let client;
OpenAI.createRealtimeAPIClient({
  apiKey: "key",
  onWebSocketClose: (e) => {
    same([e.code, e.reason, e.wasClean], [1008, "session expired", true], "the close");
    same(thrown(() => client.responseCreate({})) !== "", true, "responseCreate() throws");
    same(thrown(() => client.close()), "", "close() does not");
    verdict();
  },
}).then((made) => (client = made));
