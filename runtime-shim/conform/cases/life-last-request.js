VoxEngine.addEventListener(AppEvents.Started, VoxEngine.terminate);
VoxEngine.addEventListener(AppEvents.Terminating, () => {
  Net.httpRequest("https://results.example/last", (answer) => see(answer.code));
});
VoxEngine.addEventListener(AppEvents.Terminated, () => {
  same(seen, [200], "answers before Terminated");
  verdict();
});
