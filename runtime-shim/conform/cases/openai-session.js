require(Modules.OpenAI);
VoxEngine.addEventListener(AppEvents.Started, async () => {
  const client = await OpenAI.createRealtimeAPIClient({ apiKey: "key", model: "gpt-realtime", type: OpenAI.RealtimeAPIClientType.REALTIME });
  client.addEventListener(OpenAI.RealtimeAPIEvents.SessionCreated, () => {
    see("created");
    client.sessionUpdate({ session: { type: "realtime", instructions: "Be brief." } });
  });
  client.addEventListener(OpenAI.RealtimeAPIEvents.SessionUpdated, (e) => {
    same([seen, e.client === client], [["created"], true], "events");
    verdict();
  });
});
