onCall((call) => {
  VoxEngine.easyProcess(call, dial(), (a, b) => {
    same([a === call, a.state(), b.state()], [true, "CONNECTED", "CONNECTED"], "when both are connected");
    verdict();
  });
});
