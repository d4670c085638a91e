VoxEngine.addEventListener(AppEvents.Started, () => {
  for (let i = 0; i < 35; i++) Net.httpRequest("https://results.example/slow", () => {});
  same(thrown(() => Net.httpRequest("https://results.example/slow", () => {})), "Exceeded the HTTP connection count limit!", "the request after 35");
  verdict();
});
