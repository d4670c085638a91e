const player = VoxEngine.createSequencePlayer({ segments: [{ text: "x".repeat(1501) }] });
player.addEventListener(SequencePlayerEvents.Error, (e) => {
  same(typeof e.error, "string", "error");
  verdict();
});
