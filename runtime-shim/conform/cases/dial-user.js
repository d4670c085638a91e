onCall((call) => {
  call.answer();
  const peer = VoxEngine.callUser({ username: "alice", callerid: "10000000000", displayName: "Desk", extraHeaders: { "X-Order": "7" } });
  same([peer.state(), peer.incoming(), peer.number(), peer.callerid(), peer.displayName(), peer.clientType()],
    ["PROGRESSING", false, "alice", "10000000000", "Desk", "user"], "while it rings");
  on(peer, ["Ringing", "Connected", "Failed", "Disconnected"], see);
  on(peer, ["Connected"], () => peer.hangup());
  on(peer, ["Disconnected"], () => {
    same(seen, ["Ringing", "Connected", "Disconnected"], "events of a call that is answered");
    verdict();
  });
});
