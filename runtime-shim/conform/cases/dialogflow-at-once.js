require(Modules.AI);
onCall((call) => {
  call.answer();
  on(call, ["Connected"], () => {
    const agent = AI.createDialogflow({ lang: DialogflowLanguage.ENGLISH_US });
    agent.addEventListener(AI.Events.DialogflowQueryResult, (e) => see(e.result.action));
    agent.addEventListener(AI.Events.DialogflowPlaybackFinished, () => {
      same(seen, ["welcome"], "what came before the agent had spoken");
      verdict();
    });
    agent.sendQuery({ event: { name: "WELCOME", language_code: "en" } });
    agent.sendMediaTo(call);
  });
});
