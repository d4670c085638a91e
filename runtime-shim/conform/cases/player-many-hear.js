// The called side comes later, and hears the player where it is.
onCall((call) => {
  call.answer();
  const peer = dial();
  const player = VoxEngine.createURLPlayer({ url: "https://sounds.example/music.mp3" }, { loop: true });
  player.addEventListener(PlayerEvents.Started, () => see("Started"));
  on(call, ["Connected"], () => player.sendMediaTo(call));
  on(peer, ["Connected"], () => {
    player.sendMediaTo(peer);
    setTimeout(() => {
      same(seen, ["Started"], "starts of the player");
      verdict();
      VoxEngine.terminate();
    }, 2000);
  });
});
