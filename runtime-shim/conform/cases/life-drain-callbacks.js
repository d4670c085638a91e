VoxEngine.addEventListener(AppEvents.Started, () => {
  Net.httpRequest("https://results.example/slow", (answer) => see(answer.code));
  VoxEngine.terminate();
});
VoxEngine.addEventListener(AppEvents.Terminating, () => {
  same(seen, [200], "answers between terminate and Terminating");
  verdict();
});
