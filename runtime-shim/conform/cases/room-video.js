require(Modules.Conference);
onCall((call, e) => {
  call.answer();
  on(call, ["Disconnected"], VoxEngine.terminate);
  if (e.destination === "10000000000") {
    VoxEngine.callConference("room-1", e.callerid, e.displayName);
    return;
  }
  const conference = VoxEngine.createConference({ hd_audio: false });
  conference.add({ call, mode: "FORWARD", direction: "BOTH", scheme: e.scheme });
  conference.addEventListener(ConferenceEvents.EndpointAdded, () => verdict());
});
