onCall(() => {
  const call = dial();
  const amd = AMD.create({ model: AMD.Model.US });
  on(call, ["Connected"], () => {
    call.sendMediaTo(amd);
    setTimeout(() => call.stopMediaTo(amd), 1000);
    amd.detect().then((e) => {
      same(e.resultClass, AMD.ResultClass.TIMEOUT, "result of what was not heard");
      verdict();
    });
  });
});
