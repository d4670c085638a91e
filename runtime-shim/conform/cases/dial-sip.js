onCall((call) => {
  call.answer();
  const peer = VoxEngine.callSIP("sip:desk@example.com", { callerid: "ring", displayName: "Desk", headers: { "X-Order": "7" } });
  same([peer.state(), peer.incoming(), peer.number(), peer.callerid(), peer.displayName(), peer.clientType()],
    ["PROGRESSING", false, "sip:desk@example.com", "ring", "Desk", "sip"], "while it rings");
  on(peer, ["Connected"], () => {
    verdict();
    peer.hangup();
  });
});
