onCall((call) => {
  call.answer();
  const peer = dial();
  on(peer, ["Connected", "Disconnected"], see);
  on(peer, ["Failed"], (name, e) => {
    same([seen, e.code, typeof e.reason, peer.state()], [[], 480, "string", "TERMINATED"], "a number that cannot be reached");
    verdict();
  });
});
