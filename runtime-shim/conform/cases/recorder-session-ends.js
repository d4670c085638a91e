require(Modules.Recorder);
const recorder = VoxEngine.createRecorder();
recorder.addEventListener(RecorderEvents.Stopped, () => see("Stopped"));
recorder.addEventListener(RecorderEvents.Started, () => VoxEngine.terminate());
VoxEngine.addEventListener(AppEvents.Terminated, () => {
  same(seen, [], "events after terminate()");
  verdict();
});
