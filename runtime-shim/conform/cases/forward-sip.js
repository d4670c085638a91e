VoxEngine.forwardCallToSIP((call, peer) => {
  same([call.incoming(), peer.number().slice(0, 16), peer.clientType()], [true, "sip:10000000000@", "sip"], "the two calls");
  verdict();
});
