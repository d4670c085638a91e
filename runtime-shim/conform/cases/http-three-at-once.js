VoxEngine.addEventListener(AppEvents.Started, () => {
  const start = Date.now();
  for (let i = 0; i < 4; i++) Net.httpRequest("https://results.example/slow", () => {
    see(Math.round((Date.now() - start) / 1000));
    if (seen.length < 4) return;
    same(seen, [5, 5, 5, 10], "seconds of four requests that take 5 s each");
    verdict();
  });
});
