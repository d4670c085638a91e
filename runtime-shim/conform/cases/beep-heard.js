onCall(() => {
  const call = dial();
  on(call, ["Connected"], () => call.enableBeepDetection({}));
  on(call, ["BeepDetectionComplete", "BeepDetectionError"], (name, e) => see([name, e.frequencies, e.timeout, e.call === call, e.id === call.id(), e.name]));
  setTimeout(() => {
    same(seen, [["BeepDetectionComplete", [1000], undefined, true, true, "Call.BeepDetectionComplete"]], "events");
    verdict();
  }, 15000);
});
