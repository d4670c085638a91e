onCall((call) => {
  call.answer();
  const start = Date.now();
  on(VoxEngine.callSIP("desk@example.com", { headers: { "VI-CallTimeout": 20 } }), ["Failed"], (name, e) => {
    same([e.code, Math.round((Date.now() - start) / 1000)], [408, 60], "code and seconds");
    verdict();
  });
});
