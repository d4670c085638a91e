onCall((call) => {
  call.answer();
  const start = Date.now();
  const wait = (timeout) => on(VoxEngine.callUser({ username: "alice", callerid: "1", extraHeaders: { "VI-CallTimeout": timeout } }), ["Failed"], (name, e) => {
    see([e.code, Math.round((Date.now() - start) / 1000)]);
    if (seen.length < 3) return;
    same(seen, [[408, 20], [408, 20], [408, 100]], "codes and seconds");
    verdict();
  });
  wait(20);
  wait("20");
  wait("100");
});
