onCall((call) => {
  on(call, ["Disconnected"], VoxEngine.terminate);
  const peer = VoxEngine.callUserDirect(call, "alice", { callerid: "10000000000", displayName: "Desk" });
  same([peer.number(), peer.callerid(), peer.displayName()], ["alice", "10000000000", "Desk"], "the call");
  on(peer, ["AudioStarted"], see);
  on(peer, ["Connected"], () => call.answerDirect(peer));
  on(call, ["Connected"], () => {
    same([seen, call.state(), peer.state()], [[], "CONNECTED", "CONNECTED"], "both calls");
    verdict();
  });
});
