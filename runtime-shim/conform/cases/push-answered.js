require(Modules.PushService);
onCall(() => {
  const call = VoxEngine.callUser({ username: "alice", callerid: "10000000000" });
  on(call, ["PushSent", "Connected", "Failed"], (name, e) => see([name, typeof e.result, e.call === call, e.id === call.id(), e.name === CallEvents[name]]));
  setTimeout(() => {
    same(seen, [["PushSent", "string", true, true, true], ["Connected", "undefined", true, true, true]], "events");
    verdict();
  }, 10000);
});
