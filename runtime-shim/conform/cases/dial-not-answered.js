onCall((call) => {
  call.answer();
  const start = Date.now();
  on(dial(), ["Failed"], (name, e) => {
    same([e.code, Math.round((Date.now() - start) / 1000)], [408, 60], "code and seconds");
    verdict();
  });
});
