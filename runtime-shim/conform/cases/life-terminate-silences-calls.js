onCall((call) => {
  call.answer();
  on(call, ["Connected"], () => setTimeout(VoxEngine.terminate, 1000));
  on(call, ["Disconnected", "RecordStopped"], see);
});
VoxEngine.addEventListener(AppEvents.Terminated, () => {
  same(seen, [], "call events after terminate");
  verdict();
});
