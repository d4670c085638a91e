onCall((call) => {
  call.answer();
  on(call, ["Connected"], () => {
    const player = VoxEngine.createSequencePlayer({ segments: [{ text: "Good morning." }, { text: "Good evening." }] });
    for (const name of ["Created", "PlaybackReady", "Started", "PlaybackFinished"]) {
      player.addEventListener(SequencePlayerEvents[name], (e) => {
        same(e.sequencePlayer === player, true, `sequencePlayer of ${name}`);
        see(name);
        if (name !== "PlaybackFinished") return;
        same(seen, ["Created", "PlaybackReady", "Started", "PlaybackFinished"], "events of a sequence");
        verdict();
      });
    }
    player.sendMediaTo(call);
  });
});
