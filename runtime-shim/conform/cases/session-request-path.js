let base = "";
VoxEngine.addEventListener(AppEvents.Started, (e) => { base = e.accessURL.replace(/^http:\/\/[^/]*/, ""); });
VoxEngine.addEventListener(AppEvents.HttpRequest, (e) => {
  same(e.path, base + "/command=mute/id=100?now=1", "path");
  verdict();
});
