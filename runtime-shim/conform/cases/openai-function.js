require(Modules.OpenAI);
onCall((call) => {
  call.answer();
  on(call, ["Connected"], async () => {
    const client = await OpenAI.createRealtimeAPIClient({ apiKey: "key" });
    VoxEngine.sendMediaBetween(call, client);
    client.addEventListener(OpenAI.RealtimeAPIEvents.ResponseFunctionCallArgumentsDone, (e) => {
      const asked = e.data.payload;
      same([asked.name, JSON.parse(asked.arguments)], ["find", { parcel: 7 }], "the function call");
      client.conversationItemCreate({ item: { type: "function_call_output", call_id: asked.call_id, output: JSON.stringify({ day: "today" }) } });
      client.responseCreate({});
    });
    client.addEventListener(OpenAI.RealtimeAPIEvents.ConversationItemDone, (e) => see(e.data.payload.item.type));
    client.addEventListener(OpenAI.Events.WebSocketMediaEnded, () => {
      same(seen, ["function_call_output"], "what the service took");
      verdict();
    });
  });
});
