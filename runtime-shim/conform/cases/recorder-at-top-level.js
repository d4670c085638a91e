require(Modules.Recorder);
const recorder = VoxEngine.createRecorder({ hd_audio: true });
VoxEngine.addEventListener(AppEvents.Started, () => see("session"));
recorder.addEventListener(RecorderEvents.Started, () => {
  same(seen, ["session"], "what came before");
  verdict();
});
