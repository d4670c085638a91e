VoxEngine.addEventListener(AppEvents.HttpRequest, () => { see("asked"); });
setTimeout(() => {
  same(seen, ["asked"], "requests");
  verdict();
}, 5000);
