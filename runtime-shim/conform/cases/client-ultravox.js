require(Modules.Ultravox);
onCall((call) => {
  call.answer();
  on(call, ["Connected"], async () => {
    let judge;
    const client = await Ultravox.createWebSocketAPIClient({ endpoint: Ultravox.HTTPEndpoint.CREATE_CALL, onWebSocketClose: (e) => judge(e) });
    judge = connector(call, client, Ultravox.WebSocketAPIClient, Ultravox, "WebSocketAPIEvents");
  });
});
