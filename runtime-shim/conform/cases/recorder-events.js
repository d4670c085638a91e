require(Modules.Recorder);
same([RecorderEvents.Started, RecorderEvents.RecorderError], ["Recorder.Started", "Recorder.Error"], "constants");
onCall((call) => {
  call.answer();
  const recorder = VoxEngine.createRecorder({ name: "order", hd_audio: true });
  same([typeof recorder.id(), recorder.id() === ""], ["string", false], "its id");
  recorder.addEventListener(RecorderEvents.Started, (e) => {
    same([e.recorder === recorder, typeof e.url, e.url === ""], [true, "string", false], "Started");
    see("Started");
  });
  recorder.addEventListener(RecorderEvents.Stopped, (e) => {
    same([e.recorder === recorder, typeof e.cost, e.duration, e.url], [true, "string", 4, undefined], "Stopped");
    see("Stopped");
  });
  on(call, ["Connected"], () => call.sendMediaTo(recorder));
  setTimeout(() => {
    recorder.stop();
    recorder.stop();
  }, 5000);
  setTimeout(() => {
    same(seen, ["Started", "Stopped"], "events");
    verdict();
  }, 6000);
});
