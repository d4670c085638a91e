VoxEngine.addEventListener(AppEvents.Started, () => {
  same(thrown(() => VoxEngine.customData("x".repeat(200))), "", "200 bytes");
  same(thrown(() => VoxEngine.customData("x".repeat(201))) !== "", true, "201 bytes throw");
  verdict();
});
