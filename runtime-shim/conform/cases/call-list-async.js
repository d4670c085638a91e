const names = ["reportResultAsync", "reportErrorAsync", "reportProgressAsync", "requestNextAttemptAsync"];
VoxEngine.addEventListener(AppEvents.Started, async () => {
  for (const name of names) {
    const result = await CallList[name]({ attempts_left: 1 });
    see([result.code, JSON.parse(result.text).of]);
  }
  same(seen, [[200, "result"], [200, "error"], [200, "progress"], [200, "next_attempt"]], "results");
  verdict();
});
