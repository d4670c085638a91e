require(Modules.AI);
onCall((call) => {
  call.answer();
  on(call, ["Connected"], () => {
    const agent = AI.createDialogflow({ lang: DialogflowLanguage.ENGLISH_US });
    const events = {};
    for (const name of Object.keys(AI.Events)) if (!name.startsWith("Voicemail")) events[name] = AI.Events[name];
    const got = listens(agent, [events], "dialogflow", (e) => e.sent);
    const own = [];
    for (const name of ["PlaybackStarted", "PlaybackMarkerReached", "PlaybackFinished", "Stopped"]) {
      agent.addEventListener(AI.Events[`Dialogflow${name}`], (e) => {
        if (e.sent === undefined) own.push([name, e.duration, e.offset, e.cause]);
      });
    }
    const methods = commands(AI.DialogflowInstance, ["addMarker"]);
    agent.addMarker(-500);
    agent.sendMediaTo(call);
    setTimeout(() => {
      for (const name of methods) agent[name]({ of: name });
    }, 1000);
    setTimeout(() => agent.stopMediaTo(call), 8000);
    setTimeout(() => agent.stop(), 9000);
    setTimeout(() => {
      same(got.slice().sort(), Object.keys(events).concat(methods).sort(), "events, and methods that arrived");
      same(own, [["PlaybackStarted", 2, undefined, undefined], ["PlaybackMarkerReached", undefined, -500, undefined], ["PlaybackFinished", undefined, undefined, undefined], ["Stopped", undefined, undefined, ""]], "events of the platform");
      same([typeof agent.id(), seen], ["string", []], "id, and listeners that were removed");
      verdict();
    }, 10000);
  });
});
