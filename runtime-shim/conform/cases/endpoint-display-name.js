require(Modules.Conference);
onCall((call, { scheme }) => {
  const conference = VoxEngine.createConference({ hd_audio: false });
  call.answer();
  const endpoint = conference.add({ call, mode: "MIX", direction: "SEND", scheme });
  conference.addEventListener(ConferenceEvents.EndpointAdded, () => endpoint.setDisplayName("Ann"));
  conference.addEventListener(ConferenceEvents.EndpointUpdated, (e) => {
    same([e.mode, e.direction, e.endpointId, e.endpoint === endpoint, e.conference === conference],
      ["MIX", "SEND", endpoint.id(), true, true], "EndpointUpdated");
    verdict();
  });
});
