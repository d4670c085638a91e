VoxEngine.addEventListener(AppEvents.Started, async () => {
  const answer = await Net.httpRequestAsync("https://results.example/broken").catch(() => ({ code: "rejected" }));
  same(answer.code < 0, true, "a network that fails resolves with a negative code");
  verdict();
});
