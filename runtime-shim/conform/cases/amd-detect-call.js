onCall(() => {
  const call = dial();
  on(call, ["AudioStarted"], async () => {
    const amd = AMD.create({ model: AMD.Model.US, call });
    const { resultClass } = await amd.detect();
    const again = await amd.detect();
    same([resultClass, again.resultClass], [AMD.ResultClass.HUMAN, AMD.ResultClass.TIMEOUT], "results of a detection and another");
    verdict();
  });
});
