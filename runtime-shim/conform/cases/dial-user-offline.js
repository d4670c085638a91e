onCall((call) => {
  call.answer();
  const peer = VoxEngine.callUser({ username: "alice", callerid: "10000000000" });
  on(peer, ["Connected", "Disconnected"], see);
  on(peer, ["Failed"], (name, e) => {
    same([seen, e.code, typeof e.reason, peer.state()], [[], 480, "string", "TERMINATED"], "a user who is not there");
    verdict();
  });
});
