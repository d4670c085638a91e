onCall((call) => {
  call.answer();
  const peer = VoxEngine.callSIP("sip:desk@example.com", "ring", "Desk", "password", "user", { "X-Order": "7" });
  same([peer.callerid(), peer.displayName()], ["ring", "Desk"], "the call");
  on(peer, ["Connected"], () => {
    verdict();
    peer.hangup();
  });
});
