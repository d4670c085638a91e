require(Modules.Yandex);
onCall((call) => {
  call.answer();
  on(call, ["Connected"], async () => {
    let judge;
    const client = await Yandex.createRealtimeAPIClient({ apiKey: "key", folderId: "folder", onWebSocketClose: (e) => judge(e) });
    judge = connector(call, client, Yandex.RealtimeAPIClient, Yandex, "RealtimeAPIEvents");
  });
});
