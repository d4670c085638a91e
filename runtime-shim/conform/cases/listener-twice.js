const twice = () => see("called");
VoxEngine.addEventListener(AppEvents.Started, twice);
VoxEngine.addEventListener(AppEvents.Started, twice);
setTimeout(() => {
  same(seen, ["called", "called"], "calls of one listener that was added twice");
  verdict();
}, 100);
