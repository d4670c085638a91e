onCall((call) => {
  call.answer();
  const peer = dial();
  on(peer, ["Connected", "Disconnected"], see);
  on(peer, ["Failed"], (name, e) => {
    same([seen, e.code, typeof e.reason, peer.state()], [[], 486, "string", "TERMINATED"], "a busy number");
    verdict();
  });
});
