onCall(async () => {
  const alone = AMD.create({ model: AMD.Model.US });
  alone.addEventListener(AMD.Events.DetectionError, (e) => see([e.callId, e.message !== ""]));
  try {
    await alone.detect();
    see("resolved");
  } catch (error) {
    see("rejected");
  }
  same(seen, [[undefined, true], "rejected"], "without a call");
  const call = dial();
  on(call, ["Connected"], () => {
    AMD.create({ model: AMD.Model.US, call }).detect().catch((error) => {
      same(error.message, "no server", "a detection that fails");
      verdict();
    });
  });
});
