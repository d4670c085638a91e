require(Modules.Gemini);
onCall((call) => {
  call.answer();
  on(call, ["Connected"], async () => {
    const client = await Gemini.createLiveAPIClient({ apiKey: "key", backend: Gemini.Backend.GEMINI_API });
    VoxEngine.sendMediaBetween(call, client);
    client.sendClientContent({ turns: [{ role: "user", parts: [{ text: "Tell me a story." }] }], turnComplete: true });
    client.addEventListener(Gemini.LiveAPIEvents.ServerContent, (e) => {
      if (e.data.payload.interrupted) client.clearMediaBuffer();
    });
    client.addEventListener(Gemini.Events.WebSocketMediaEnded, (e) => {
      same(e.mediaInfo.duration < 5000, true, "the agent is cut off");
      verdict();
    });
  });
});
