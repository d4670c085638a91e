VoxEngine.addEventListener(AppEvents.Started, () => {
  VoxEngine.addEventListener(AppEvents.Started, () => see("late"));
  setTimeout(() => {
    same(seen, [], "listeners added during the event");
    verdict();
  }, 100);
});
