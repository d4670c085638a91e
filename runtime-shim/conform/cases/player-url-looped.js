onCall((call) => {
  call.answer();
  on(call, ["Connected"], () => {
    const player = VoxEngine.createURLPlayer({ url: "https://sounds.example/music.mp3" }, { loop: true });
    player.addEventListener(PlayerEvents.PlaybackFinished, () => see("finished"));
    VoxEngine.sendMediaBetween(player, call);
    setTimeout(() => {
      same(seen, [], "ends of looped sound");
      verdict();
    }, 600000);
  });
});
