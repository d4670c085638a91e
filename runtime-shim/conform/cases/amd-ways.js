onCall(() => {
  const found = (name) => {
    const amd = AMD.create({ model: AMD.Model.US });
    amd.addEventListener(AMD.Events.DetectionComplete, (e) => {
      see([name, e.resultClass]);
      if (seen.length < 2) return;
      same(seen.sort(), [["sip", "HUMAN"], ["user", "VOICEMAIL"]], "results");
      verdict();
    });
    return amd;
  };
  VoxEngine.callUser({ username: "alice", callerid: "10000000000", amd: found("user") });
  VoxEngine.callSIP("sip:bob@example.com", { callerid: "10000000000", amd: found("sip") });
});
