onCall((call) => {
  VoxEngine.easyProcess(call, VoxEngine.callUser("alice", "1"), verdict);
});
