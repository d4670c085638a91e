onCall((call) => {
  call.answer();
  on(call, ["Connected"], () => {
    const conversation = new CCAI.Conversation({});
    const got = listens(conversation, [CCAI.Events.Conversation], "ccaiConversation", (e) => e.sent);
    const participant = conversation.addParticipant({ call });
    const heard = listens(participant, [CCAI.Events.Participant], "ccaiParticipant", (e) => e.sent);
    const marks = [];
    participant.addEventListener(CCAI.Events.Participant.MarkerReached, (e) => {
      if (e.sent === undefined) marks.push(e.offset);
    });
    same([participant.call() === call, typeof participant.id()], [true, "string"], "call and id");
    participant.addPlaybackMarker(-500);
    participant.sendMediaTo(call);
    setTimeout(() => participant.analyzeContent({ text: "Hello" }), 1000);
    setTimeout(() => participant.stopMediaTo(call), 5000);
    setTimeout(() => conversation.removeParticipant(participant), 6000);
    setTimeout(() => {
      same(got.slice().sort(), Object.keys(CCAI.Events.Conversation).sort(), "events of the conversation");
      same(heard.slice().sort(), Object.keys(CCAI.Events.Participant).concat("analyzeContent").sort(), "events of the participant, and its method");
      same([marks, seen], [[-500], []], "markers, and listeners that were removed");
      verdict();
    }, 7000);
  });
});
