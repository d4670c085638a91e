const start = Date.now();
onCall((call) => {
  on(call, ["Connected", "Failed"], see);
  on(call, ["Disconnected"], (name, e) => {
    same([seen, Math.round((Date.now() - start) / 1000)], [[], 60], "an incoming call that nobody answers");
    verdict();
  });
});
