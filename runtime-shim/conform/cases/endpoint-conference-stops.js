require(Modules.Conference);
onCall((call, { scheme }) => {
  const conference = VoxEngine.createConference({ hd_audio: false });
  call.answer();
  conference.add({ call, mode: "FORWARD", direction: "BOTH", scheme });
  for (const name of ["EndpointRemoved", "Stopped"]) conference.addEventListener(ConferenceEvents[name], () => see(name));
  setTimeout(() => conference.stop(), 1000);
  setTimeout(() => {
    same([seen, conference.getList()], [["Stopped"], []], "what came of it");
    verdict();
  }, 2000);
});
