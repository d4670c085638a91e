require(Modules.OpenAI);
onCall((call) => {
  call.answer();
  on(call, ["Connected"], async () => {
    const client = await OpenAI.createRealtimeAPIClient({ apiKey: "key" });
    for (const name of ["ResponseCreated", "ResponseOutputAudioTranscriptDone", "ResponseDone"]) client.addEventListener(OpenAI.RealtimeAPIEvents[name], () => see(name));
    client.addEventListener(OpenAI.RealtimeAPIEvents.SessionCreated, () => client.sessionUpdate({ session: {} }));
    client.addEventListener(OpenAI.RealtimeAPIEvents.SessionUpdated, () => {
      client.sendMediaTo(call);
      client.responseCreate({});
    });
    client.addEventListener(OpenAI.Events.WebSocketMediaEnded, (e) => {
      VoxEngine.sendMediaBetween(call, client);
      same([e.mediaInfo.duration, seen], [2000, ["ResponseCreated", "ResponseOutputAudioTranscriptDone", "ResponseDone"]], "the greeting");
      verdict();
    });
  });
});
