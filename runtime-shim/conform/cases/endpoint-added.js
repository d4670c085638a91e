require(Modules.Conference);
onCall((call, { scheme }) => {
  const conference = VoxEngine.createConference({ hd_audio: false });
  call.answer();
  const endpoint = conference.add({ call, mode: "FORWARD", direction: "BOTH", scheme, displayName: "Ann" });
  same([endpoint.getMode(), endpoint.getDirection(), endpoint.getCall() === call], ["FORWARD", "BOTH", true], "the endpoint");
  same([typeof endpoint.id(), endpoint.id() === ""], ["string", false], "its id");
  same([conference.getList().length, conference.getList()[0] === endpoint], [1, true], "getList");
  same([conference.get(endpoint.id()) === endpoint, conference.get("nobody")], [true, undefined], "get");
  conference.addEventListener(ConferenceEvents.EndpointAdded, (e) => {
    same([e.mode, e.direction, e.endpointId, e.endpoint === endpoint, e.conference === conference],
      ["FORWARD", "BOTH", endpoint.id(), true, true], "EndpointAdded");
    verdict();
  });
});
