VoxEngine.forwardCallToUser((call, peer) => {
  same([call.incoming(), peer.number(), peer.clientType()], [true, "10000000000", "user"], "the two calls");
  verdict();
});
