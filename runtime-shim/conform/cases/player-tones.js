onCall((call) => {
  call.answer();
  on(call, ["Connected"], () => {
    const player = VoxEngine.createToneScriptPlayer("425@-15;10(*/0/1)", { loop: true });
    player.addEventListener(PlayerEvents.Started, () => verdict());
    player.sendMediaTo(call);
  });
});
