onCall((call) => {
  on(call, ["Disconnected"], VoxEngine.terminate);
  const peer = VoxEngine.callUserDirect(call, "alice", "10000000000", "Desk");
  on(peer, ["Connected"], () => call.answerDirect(peer));
  on(call, ["Connected"], () => {
    for (const use of [() => peer.say("Good morning."), () => peer.sendDigits("1"), () => peer.record(), () => call.say("Good morning.")]) thrown(use);
    setTimeout(verdict, 5000);
  });
});
