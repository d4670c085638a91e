require(Modules.Recorder);
const recorder = VoxEngine.createRecorder();
for (const name of ["Started", "Stopped"]) recorder.addEventListener(RecorderEvents[name], () => see(name));
recorder.addEventListener(RecorderEvents.RecorderError, (e) => {
  same([e.recorder === recorder, typeof e.error, e.error === ""], [true, "string", false], "the error");
  recorder.stop();
  setTimeout(() => {
    same(seen, [], "other events");
    verdict();
  }, 1000);
});
