VoxEngine.addEventListener(AppEvents.Started, () => {
  const start = Date.now();
  Net.httpRequest("https://results.example/slow", (answer) => {
    same([answer.code, Math.round((Date.now() - start) / 1000)], [-7, 2], "code and seconds of a request that may take 2 s");
    verdict();
  }, { timeout: 2 });
});
