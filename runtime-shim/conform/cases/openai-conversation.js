require(Modules.OpenAI);
onCall((call) => {
  call.answer();
  on(call, ["Connected"], async () => {
    const client = await OpenAI.createRealtimeAPIClient({ apiKey: "key" });
    VoxEngine.sendMediaBetween(call, client);
    for (const name of ["InputAudioBufferSpeechStarted", "InputAudioBufferSpeechStopped", "ResponseDone"]) client.addEventListener(OpenAI.RealtimeAPIEvents[name], () => see(name));
    client.addEventListener(OpenAI.RealtimeAPIEvents.ConversationItemInputAudioTranscriptionCompleted, (e) => see(e.data.payload.transcript));
    client.addEventListener(OpenAI.Events.WebSocketMediaEnded, () => {
      same(seen, ["InputAudioBufferSpeechStarted", "InputAudioBufferSpeechStopped", "Where is my parcel?", "ResponseDone"], "the conversation");
      verdict();
    });
  });
});
