onCall((call) => {
  call.answer();
  const peer = dial();
  on(peer, ["Connected"], () => {
    call.sendMediaTo(peer);
    setTimeout(() => call.stopMediaTo(peer), 5000);
    verdict();
  });
  on(call, ["Disconnected"], () => peer.hangup());
});
