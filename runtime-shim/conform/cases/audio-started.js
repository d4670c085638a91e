onCall(() => {
  const call = dial();
  on(call, ["AudioStarted", "Connected"], see);
  setTimeout(() => {
    same(seen, ["AudioStarted", "Connected"], "events");
    verdict();
  }, 5000);
});
