require(Modules.Gemini);
onCall((call) => {
  call.answer();
  on(call, ["Connected"], async () => {
    const client = await Gemini.createLiveAPIClient({ apiKey: "key", model: "gemini-live", backend: Gemini.Backend.GEMINI_API, connectConfig: { responseModalities: ["AUDIO"] } });
    VoxEngine.sendMediaBetween(call, client);
    client.sendRealtimeInput({ text: "Hi!" });
    client.addEventListener(Gemini.LiveAPIEvents.ToolCall, (e) => {
      const [asked] = e.data.payload.functionCalls;
      same([asked.name, asked.args], ["find", { parcel: 7 }], "the function call");
      client.sendToolResponse({ functionResponses: [{ id: asked.id, name: asked.name, response: { output: "today" } }] });
    });
    client.addEventListener(Gemini.Events.WebSocketMediaEnded, () => {
      see("said");
      if (seen.length === 2) verdict();
    });
  });
});
