onCall((call) => {
  call.answer();
  const peer = VoxEngine.callUser("alice", "1");
  on(call, ["MessageReceived"], see);
  on(peer, ["MessageReceived"], see);
  on(peer, ["Connected"], () => {
    peer.sendMessage("hello");
    peer.sendInfo("application/json", "{}", { "X-Kind": "note" });
    setTimeout(() => {
      same(seen, [], "what a script sends goes to the device, not to a listener");
      verdict();
    }, 1000);
  });
});
