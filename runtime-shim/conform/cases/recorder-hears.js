require(Modules.Recorder);
onCall((call) => {
  call.answer();
  const recorder = VoxEngine.createRecorder();
  const peer = dial();
  for (const each of [call, peer]) on(each, ["Connected"], () => each.sendMediaTo(recorder));
  setTimeout(() => recorder.mute(true), 5000);
  setTimeout(() => recorder.mute(false), 6000);
  on(call, ["Disconnected"], () => {
    verdict();
    VoxEngine.terminate();
  });
});
