let ended = 0;
onCall((call) => {
  call.answer();
  on(call, ["Disconnected"], () => { ended = Date.now(); });
});
VoxEngine.addEventListener(AppEvents.Terminating, () => {
  same(Math.round((Date.now() - ended) / 1000), 60, "seconds from the end of the call to Terminating");
  verdict();
});
