const start = Date.now();
VoxEngine.addEventListener(AppEvents.HttpRequest, () => { see("asked"); });
VoxEngine.addEventListener(AppEvents.Terminating, () => {
  same([seen, Math.round((Date.now() - start) / 1000)], [["asked"], 60], "requests, and seconds until the end");
  verdict();
});
