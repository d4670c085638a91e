require(Modules.Conference);
onCall((call) => {
  const conference = VoxEngine.createConference({ hd_audio: false });
  call.answer();
  const peer = dial();
  for (const each of [call, peer]) {
    on(each, ["Connected"], () => VoxEngine.sendMediaBetween(each, conference));
  }
  setTimeout(() => conference.stop(), 5000);
  conference.addEventListener(ConferenceEvents.Stopped, () => setTimeout(() => {
    same([call.state(), peer.state()], ["CONNECTED", "CONNECTED"], "the calls after it");
    same(thrown(() => call.sendMediaTo(conference)) !== "", true, "its use throws");
    verdict();
  }, 1000));
  on(call, ["Disconnected"], VoxEngine.terminate);
});
