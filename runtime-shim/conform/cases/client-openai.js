require(Modules.OpenAI);
onCall((call) => {
  call.answer();
  on(call, ["Connected"], async () => {
    let judge;
    const client = await OpenAI.createRealtimeAPIClient({ apiKey: "key", model: "gpt-realtime", onWebSocketClose: (e) => judge(e) });
    judge = connector(call, client, OpenAI.RealtimeAPIClient, OpenAI, "RealtimeAPIEvents");
  });
});
