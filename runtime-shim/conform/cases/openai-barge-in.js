require(Modules.OpenAI);
onCall((call) => {
  call.answer();
  on(call, ["Connected"], async () => {
    const client = await OpenAI.createRealtimeAPIClient({ apiKey: "key" });
    VoxEngine.sendMediaBetween(call, client);
    client.addEventListener(OpenAI.RealtimeAPIEvents.SessionCreated, () => client.responseCreate({}));
    client.addEventListener(OpenAI.RealtimeAPIEvents.InputAudioBufferSpeechStarted, () => client.clearMediaBuffer());
    client.addEventListener(OpenAI.Events.WebSocketMediaEnded, (e) => {
      same(e.mediaInfo.duration < 5000, true, "the agent is cut off");
      verdict();
    });
  });
});
