require(Modules.Conference);
onCall((call, { scheme }) => {
  const conference = VoxEngine.createConference({ hd_audio: false });
  call.answer();
  const add = () => conference.add({ call, mode: "FORWARD", direction: "BOTH", scheme });
  for (let i = 0; i < 100; i++) add();
  conference.addEventListener(ConferenceEvents.ConferenceError, () => see("ConferenceError"));
  same(thrown(add), "", "the endpoint after the hundredth");
  setTimeout(() => {
    same([seen, conference.getList().length], [["ConferenceError"], 100], "what came of it");
    verdict();
  }, 1000);
});
