onCall((call) => {
  call.answer();
  const peer = dial();
  same([peer.state(), peer.incoming(), peer.number()], ["PROGRESSING", false, "13333333333"], "while it rings");
  on(peer, ["Ringing", "Connected", "Failed", "Disconnected"], see);
  on(peer, ["Connected"], () => peer.hangup());
  on(peer, ["Disconnected"], () => {
    same(seen, ["Ringing", "Connected", "Disconnected"], "events of a call that is answered");
    verdict();
  });
});
