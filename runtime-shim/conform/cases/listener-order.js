VoxEngine.addEventListener(AppEvents.Started, () => see("a"));
VoxEngine.addEventListener(AppEvents.Started, () => see("b"));
VoxEngine.addEventListener("Application.Started", () => {
  same(seen, ["a", "b"], "order of listeners");
  verdict();
});
