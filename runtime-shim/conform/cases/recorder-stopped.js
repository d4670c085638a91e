require(Modules.Recorder);
onCall((call) => {
  call.answer();
  const recorder = VoxEngine.createRecorder();
  recorder.addEventListener(RecorderEvents.Started, () => recorder.stop());
  recorder.addEventListener(RecorderEvents.Stopped, () => {
    same(thrown(() => call.sendMediaTo(recorder)) !== "", true, "sendMediaTo throws");
    verdict();
  });
});
