onCall((call) => {
  call.answer();
  const start = Date.now();
  on(VoxEngine.callUser({ username: "alice", callerid: "1", extraHeaders: { "VI-CallTimeout": 5 } }), ["Failed"], (name, e) => {
    same([e.code, Math.round((Date.now() - start) / 1000)], [408, 60], "code and seconds");
    verdict();
  });
});
