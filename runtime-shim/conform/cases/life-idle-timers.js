setTimeout(() => see("timer"), 90000);
VoxEngine.addEventListener(AppEvents.Terminating, () => {
  same(seen, [], "timers that fired after 60 s without a call");
  verdict();
});
