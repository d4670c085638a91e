onCall((call) => {
  call.answer();
  call.addEventListener(CallEvents.Disconnected, VoxEngine.terminate);
});
VoxEngine.addEventListener(AppEvents.Terminated, (e) => {
  same(e.systemError, undefined, "system error");
  verdict();
});
