require(Modules.PushService);
onCall(() => {
  const began = Date.now();
  const call = VoxEngine.callUser({ username: "alice", callerid: "10000000000" });
  on(call, ["PushSent", "Connected", "Failed"], (name, e) => see([name, e.code, Date.now() - began]));
  const longer = VoxEngine.callUser({ username: "alice", callerid: "10000000000", pushNotificationTimeout: 30000 });
  on(longer, ["Failed"], (name, e) => see([name, e.code, Date.now() - began]));
  setTimeout(() => {
    same(seen, [["PushSent", undefined, 0], ["Failed", 480, 20000], ["Failed", 480, 30000]], "events");
    verdict();
  }, 45000);
});
