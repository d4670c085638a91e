onCall((call) => {
  call.answer();
  const peer = dial();
  on(peer, ["AudioStarted", "Connected"], (name) => see([name, peer.state()]));
  on(call, ["Disconnected"], () => peer.hangup());
  on(peer, ["Connected"], () => {
    same(seen, [["AudioStarted", "PROGRESSING"], ["Connected", "CONNECTED"]], "events of a side that is heard before it answers");
    verdict();
  });
});
