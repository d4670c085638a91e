require(Modules.Recorder);
require(Modules.Conference);
onCall((call) => {
  call.answer();
  const conference = VoxEngine.createConference({ hd_audio: false });
  on(call, ["Connected"], () => VoxEngine.sendMediaBetween(call, conference));
  const recorder = VoxEngine.createRecorder({ video: true, videoParameters: { mixing: true, layout: RecorderLayout.tribune } });
  same([typeof recorder.id(), recorder.id() === ""], ["string", false], "its id");
  recorder.setConference(conference);
  setTimeout(() => recorder.mute(true), 5000);
  setTimeout(() => recorder.mute(false), 6000);
  setTimeout(() => recorder.stop(), 7000);
  for (const name of ["Started", "Stopped"]) recorder.addEventListener(RecorderEvents[name], () => see(name));
  on(call, ["Disconnected"], () => {
    same(seen, ["Started", "Stopped"], "events");
    verdict();
    VoxEngine.terminate();
  });
});
