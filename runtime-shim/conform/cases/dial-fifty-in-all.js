onCall((call) => {
  call.answer();
  const next = () => on(dial(), ["Failed"], (name, e) => {
    see(e.code);
    if (e.code !== 403) return next();
    same(seen.length, 50, "calls that failed before the limit, and the first beyond it");
    verdict();
  });
  next();
});
