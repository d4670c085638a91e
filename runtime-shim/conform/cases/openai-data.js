require(Modules.OpenAI);
VoxEngine.addEventListener(AppEvents.Started, async () => {
  const client = await OpenAI.createRealtimeAPIClient({ apiKey: "key" });
  client.addEventListener(OpenAI.RealtimeAPIEvents.SessionCreated, (e) => {
    same(e.data, { payload: { type: "session.created", session: { id: "s" } } }, "data");
    verdict();
  });
});
