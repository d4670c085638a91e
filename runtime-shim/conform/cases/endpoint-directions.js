require(Modules.Conference);
onCall((call, { scheme }) => {
  const conference = VoxEngine.createConference({ hd_audio: false });
  call.answer();
  conference.add({ call, mode: "FORWARD", direction: "SEND", scheme });
  const peer = dial();
  on(peer, ["Connected"], () => conference.add({ call: peer, mode: "FORWARD", direction: "RECEIVE", scheme }));
  same(thrown(() => conference.add({ call, mode: "FORWARD", direction: "UP", scheme })) !== "", true, "another direction throws");
  on(call, ["Disconnected"], () => {
    verdict();
    VoxEngine.terminate();
  });
});
