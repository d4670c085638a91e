// As published scenarios do, the endpoint is used at once: that does not throw.
require(Modules.Conference);
onCall((call, { scheme }) => {
  const conference = VoxEngine.createConference({ hd_audio: false });
  call.answer();
  const endpoint = conference.add({ call, mode: "FORWARD", direction: "BOTH", scheme });
  conference.addEventListener(ConferenceEvents.EndpointAdded, () => see("EndpointAdded"));
  conference.addEventListener(ConferenceEvents.ConferenceError, (e) => {
    same([e.code, typeof e.error, e.endpointId, e.conference === conference], [102, "string", endpoint.id(), true], "the error");
    see("ConferenceError");
  });
  setTimeout(() => {
    same([seen, conference.getList().length], [["ConferenceError"], 0], "what came of it");
    verdict();
  }, 1000);
});
