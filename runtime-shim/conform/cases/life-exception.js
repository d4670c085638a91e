VoxEngine.addEventListener(AppEvents.Started, () => { throw new Error("on purpose"); });
VoxEngine.addEventListener(AppEvents.Terminating, (e) => see(e.systemError));
VoxEngine.addEventListener(AppEvents.Terminated, (e) => {
  see(e.systemError);
  same(seen, [true, true], "systemError");
  verdict();
});
