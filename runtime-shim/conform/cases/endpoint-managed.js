require(Modules.Conference);
onCall((call, { scheme }) => {
  const conference = VoxEngine.createConference({ hd_audio: false });
  call.answer();
  const endpoint = conference.add({ call, mode: "MIX", direction: "SEND", scheme });
  conference.addEventListener(ConferenceEvents.EndpointManaged, (e) => {
    same([e.mode, e.direction, e.endpointId, e.endpoint === endpoint, e.conference === conference],
      ["MIX", "SEND", endpoint.id(), true, true], "EndpointManaged");
    see("managed");
  });
  endpoint.manageEndpoint({ default: { audio: ["default"] } }).then(() => see("resolved"));
  setTimeout(() => {
    same(seen.sort(), ["managed", "resolved"], "what came of it");
    verdict();
  }, 1000);
});
