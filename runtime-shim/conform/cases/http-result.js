VoxEngine.addEventListener(AppEvents.Started, async () => {
  const answer = await Net.httpRequestAsync("https://results.example/made", { method: "POST", postData: "x", headers: { "X-A": "b" } });
  same([answer.code, answer.text, answer.headers], [201, "made", [{ key: "Content-Type", value: "text/plain" }]], "answer");
  verdict();
});
