require(Modules.ElevenLabs);
onCall((call) => {
  call.answer();
  on(call, ["Connected"], () => {
    const player = ElevenLabs.createRealtimeTTSPlayer("Good morning.");
    const more = (p, text) => p.sendText({ text });
    const old = (p, text) => p.append(text, true);
    let turn = 0;
    realtimePlayer(call, player, (p, text) => (turn++ === 0 ? old : more)(p, text), (p) => p.clearBuffer());
  });
});
