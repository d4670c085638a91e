require(Modules.ElevenLabs);
onCall((call) => {
  call.answer();
  on(call, ["Connected"], async () => {
    let judge;
    const client = await ElevenLabs.createAgentsClient({ xiApiKey: "key", agentId: "agent", onWebSocketClose: (e) => judge(e) });
    judge = connector(call, client, ElevenLabs.AgentsClient, ElevenLabs, "AgentsEvents");
  });
});
