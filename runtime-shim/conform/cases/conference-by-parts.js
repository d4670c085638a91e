require(Modules.Conference);
onCall((call) => {
  const conference = VoxEngine.createConference({ hd_audio: false });
  call.answer();
  const peer = dial();
  for (const each of [call, peer]) {
    on(each, ["Connected"], () => {
      each.sendMediaTo(conference);
      conference.sendMediaTo(each);
    });
  }
  setTimeout(() => call.stopMediaTo(conference), 10000);
  setTimeout(() => call.sendMediaTo(conference), 15000);
  setTimeout(() => conference.stopMediaTo(call), 20000);
  on(call, ["Disconnected"], () => {
    verdict();
    VoxEngine.terminate();
  });
});
