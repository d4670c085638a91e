onCall((call) => {
  call.answer();
  const peer = dial();
  on(peer, ["Connected", "Disconnected"], see);
  on(peer, ["Failed"], (name, e) => {
    same([seen, e.code], [[], 487], "hangup() while it rings");
    verdict();
  });
  setTimeout(() => peer.hangup(), 1000);
});
