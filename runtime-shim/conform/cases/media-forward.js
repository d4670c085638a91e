VoxEngine.forwardCallToPSTN((number) => "1" + number, (call, peer) => {
  same([call.incoming(), peer.number()], [true, "110000000000"], "the two calls");
  verdict();
});
