require(Modules.Conference);
onCall((call) => {
  const conference = VoxEngine.createConference({ hd_audio: false });
  call.answer();
  const peer = dial();
  for (const each of [call, peer]) {
    on(each, ["Connected"], () => VoxEngine.sendMediaBetween(each, conference));
  }
  on(peer, ["Connected"], () => setTimeout(() => call.say("You are welcome."), 1000));
  on(call, ["PlaybackFinished"], () => setTimeout(() => {
    VoxEngine.sendMediaBetween(call, conference);
    verdict();
  }, 2000));
  on(call, ["Disconnected"], VoxEngine.terminate);
});
