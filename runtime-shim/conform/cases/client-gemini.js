require(Modules.Gemini);
onCall((call) => {
  call.answer();
  on(call, ["Connected"], async () => {
    let judge;
    const client = await Gemini.createLiveAPIClient({ apiKey: "key", backend: Gemini.Backend.GEMINI_API, onWebSocketClose: (e) => judge(e) });
    judge = connector(call, client, Gemini.LiveAPIClient, Gemini, "LiveAPIEvents");
  });
});
