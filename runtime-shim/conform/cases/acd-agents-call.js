require(Modules.ACD);
onCall((call) => {
  call.answer();
  const request = VoxEngine.enqueueACDRequest("sales", "12222222222", { priority: 1, headers: { "X-Order": "7", Order: "8" }, customData: "order 7" });
  listen(request, ACDEvents, ["OperatorReached"], (name, e) => {
    const agent = e.operatorCall;
    same([agent.number(), agent.callerid(), agent.clientType(), agent.incoming(), agent.customData()], ["anna", "12222222222", "user", false, "order 7"], "the agent's call");
    agent.say("Order 7.");
    on(agent, ["PlaybackFinished"], () => agent.hangup());
    on(agent, ["Disconnected"], finish);
  });
});
