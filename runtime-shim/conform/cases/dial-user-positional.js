onCall((call) => {
  call.answer();
  const peer = VoxEngine.callUser("alice", "10000000000", "Desk", { "X-Order": "7" });
  same([peer.number(), peer.callerid(), peer.displayName()], ["alice", "10000000000", "Desk"], "the call");
  on(peer, ["Connected"], () => {
    verdict();
    peer.hangup();
  });
});
