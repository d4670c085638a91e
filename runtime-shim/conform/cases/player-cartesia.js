require(Modules.Cartesia);
onCall((call) => {
  call.answer();
  on(call, ["Connected"], () => {
    const player = Cartesia.createRealtimeTTSPlayer("Good morning.");
    const more = (p, text) => p.generationRequest({ transcript: text });
    more(player, "never said");
    player.cancelContextRequest({ context_id: "c" });
    realtimePlayer(call, player, more, (p) => p.clearBuffer());
  });
});
