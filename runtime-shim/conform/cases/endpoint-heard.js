require(Modules.Conference);
onCall((call, { scheme }) => {
  const conference = VoxEngine.createConference({ hd_audio: false });
  conference.add({ call, mode: "MIX", direction: "BOTH", scheme });
  call.answer();
  const peer = dial();
  on(peer, ["Connected"], () => conference.add({ call: peer, mode: ConferenceMode.MIX, direction: ConferenceDirection.BOTH, scheme }));
  on(call, ["Disconnected"], () => {
    verdict();
    VoxEngine.terminate();
  });
});
