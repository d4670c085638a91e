onCall((call) => {
  call.answer();
  const peer = dial("not a number");
  on(peer, ["Connected", "Disconnected"], see);
  on(peer, ["Failed"], (name, e) => {
    same([seen, e.code, typeof e.reason, peer.state()], [[], 404, "string", "TERMINATED"], "what is no number");
    verdict();
  });
});
