VoxEngine.addEventListener(AppEvents.Started, () => {
  Promise.reject(new Error("on purpose"));
  setTimeout(() => see("alive"), 1000);
});
VoxEngine.addEventListener(AppEvents.Terminated, (e) => {
  same([seen, e.systemError], [[], true], "life after an unhandled rejection");
  verdict();
});
