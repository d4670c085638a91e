require(Modules.AI);
onCall((call) => {
  call.answer();
  on(call, ["Connected"], () => {
    const agent = AI.createDialogflow({ lang: DialogflowLanguage.ENGLISH_US });
    agent.sendMediaTo(call);
    agent.addMarker(-500);
    agent.addEventListener(AI.Events.DialogflowPlaybackMarkerReached, () => {
      see("marker");
      call.sendMediaTo(agent);
    });
    agent.addEventListener(AI.Events.DialogflowPlaybackFinished, () => see("finished"));
    agent.addEventListener(AI.Events.DialogflowQueryResult, (e) => {
      call.stopMediaTo(agent);
      same([seen, e.result.queryText], [["marker", "finished"], "two pizzas"], "the conversation");
      verdict();
    });
    agent.sendQuery({ text: { text: "hello", language_code: "en" } });
  });
});
