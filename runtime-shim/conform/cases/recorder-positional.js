require("recorder");
const recorder = VoxEngine.createRecorder("order", true);
recorder.addEventListener(RecorderEvents.Started, (e) => {
  same([typeof e.url, typeof recorder.setConference], ["string", "undefined"], "a recorder of sound");
  verdict();
});
