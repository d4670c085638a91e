onCall(() => {
  const call = VoxEngine.callUser({ username: "alice", callerid: "10000000000" });
  on(call, ["PushSent", "Connected", "Failed"], (name, e) => see([name, e.code]));
  setTimeout(() => {
    same(seen, [["Failed", 480]], "events");
    verdict();
  }, 10000);
});
