require(Modules.OpenAI);
OpenAI.createRealtimeAPIClient({ apiKey: "key", onWebSocketClose: () => see("closed") }).then((client) => {
  client.addEventListener(OpenAI.RealtimeAPIEvents.SessionCreated, () => see("created"));
  VoxEngine.terminate();
});
VoxEngine.addEventListener(AppEvents.Terminated, () => {
  same(seen, [], "events");
  verdict();
});
