onCall((call) => {
  on(call, ["Connected", "Failed"], see);
  on(call, ["Disconnected"], () => {
    same(seen, [], "events before the caller gave up");
    verdict();
  });
});
