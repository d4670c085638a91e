onCall(() => {
  const call = dial();
  on(call, ["Connected"], () => {
    const amd = AMD.create({ model: AMD.Model.EU_GENERAL, timeout: 5000 });
    call.sendMediaTo(amd);
    amd.detect().then((e) => {
      same([e.amd === amd, e.call === call, e.resultClass, amd.call === call], [true, true, AMD.ResultClass.VOICEMAIL, true], "the event");
      verdict();
    });
  });
});
