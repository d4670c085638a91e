require(Modules.Recorder);
const hear = () => see("Started");
for (const video of [false, true]) {
  const recorder = VoxEngine.createRecorder({ video });
  recorder.addEventListener(RecorderEvents.Started, hear);
  recorder.removeEventListener(RecorderEvents.Started, hear);
}
setTimeout(() => {
  same(seen, [], "a listener that was removed");
  verdict();
}, 1000);
