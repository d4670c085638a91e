VoxEngine.addEventListener(AppEvents.Started, () => {
  for (let i = 0; i < 35; i++) CallList.reportProgress(`step ${i}`);
  same(thrown(() => CallList.reportProgress("one more")), "Exceeded the HTTP connection count limit!", "the report after 35");
  same(thrown(() => Net.httpRequest("https://results.example/made", () => {})), "Exceeded the HTTP connection count limit!", "a request after 35 reports");
  verdict();
});
