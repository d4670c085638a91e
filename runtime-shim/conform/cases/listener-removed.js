const gone = () => see("gone");
VoxEngine.addEventListener(AppEvents.Started, gone);
VoxEngine.addEventListener(AppEvents.Started, () => see("stays"));
VoxEngine.removeEventListener(AppEvents.Started, gone);
onCall((call) => {
  on(call, ["Connected"], see);
  call.removeEventListener(CallEvents.Connected);
  call.answer();
  setTimeout(() => {
    same(seen, ["stays"], "listeners that were called");
    verdict();
  }, 100);
});
