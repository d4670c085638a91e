onCall((call) => {
  call.answer();
  on(call, ["Connected"], () => {
    VoxEngine.createURLPlayer("https://sounds.example/music.mp3", { loop: true }).sendMediaTo(call);
    verdict();
  });
});
