onCall((call) => {
  call.answer();
  on(call, ["PlaybackFinished"], see);
  on(call, ["Connected"], () => {
    call.startPlayback("https://sounds.example/music.mp3", { loop: true });
    setTimeout(() => {
      same(seen, [], "PlaybackFinished of looped sound");
      verdict();
    }, 600000);
  });
});
