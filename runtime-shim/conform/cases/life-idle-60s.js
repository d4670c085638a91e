const start = Date.now();
VoxEngine.addEventListener(AppEvents.Terminating, () => {
  same(Math.round((Date.now() - start) / 1000), 60, "seconds until Terminating");
  verdict();
});
