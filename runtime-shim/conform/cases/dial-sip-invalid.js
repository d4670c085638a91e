onCall((call) => {
  call.answer();
  const peer = VoxEngine.callSIP("no address");
  on(peer, ["Connected", "Disconnected"], see);
  on(peer, ["Failed"], (name, e) => {
    same([seen, e.code], [[], 404], "what is no SIP address");
    verdict();
  });
});
