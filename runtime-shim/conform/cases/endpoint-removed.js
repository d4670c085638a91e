require(Modules.Conference);
onCall((call, { scheme }) => {
  const conference = VoxEngine.createConference({ hd_audio: false });
  call.answer();
  const endpoint = conference.add({ call, mode: "FORWARD", direction: "BOTH", scheme });
  on(call, ["Disconnected"], see);
  conference.addEventListener(ConferenceEvents.EndpointRemoved, (e) => {
    same([e.mode, e.direction, e.endpointId, e.endpoint === endpoint, e.conference === conference],
      ["FORWARD", "BOTH", endpoint.id(), true, true], "EndpointRemoved");
    same(conference.getList(), [], "who is left");
    verdict();
  });
});
