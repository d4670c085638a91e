require(Modules.Recorder);
require(Modules.Conference);
onCall((call, { scheme }) => {
  call.answer();
  const conference = VoxEngine.createConference({ hd_audio: false });
  const add = () => conference.add({ call, mode: "FORWARD", direction: "BOTH", scheme });
  const [first, second] = [add(), add()];
  const recorder = VoxEngine.createRecorder({ video: true });
  const order = () => recorder.getPriority().map((e) => e.id());
  const refused = (e) => see(typeof e.message);
  recorder.setPriority([first]).catch(refused).then(() => {
    recorder.setConference(conference);
    same(order(), [second.id(), first.id()], "at first");
    return recorder.setPriority([first, second]);
  }).then(() => {
    const third = add();
    same(order(), [third.id(), first.id(), second.id()], "with a newcomer");
    return recorder.setPriority([call]).catch(refused);
  }).then(() => {
    same(seen, ["string", "string"], "what is refused");
    verdict();
  });
});
