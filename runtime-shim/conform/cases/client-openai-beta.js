require(Modules.OpenAI);
onCall((call) => {
  call.answer();
  on(call, ["Connected"], async () => {
    let judge;
    const client = await OpenAI.Beta.createRealtimeAPIClient({ apiKey: "key", onWebSocketClose: (e) => judge(e) });
    judge = connector(call, client, OpenAI.Beta.RealtimeAPIClient, OpenAI.Beta, "RealtimeAPIEvents");
  });
});
