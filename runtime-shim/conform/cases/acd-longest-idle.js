require(Modules.ACD);
onCall((call) => {
  call.answer();
  const next = () => {
    const request = VoxEngine.enqueueACDRequest("sales", "1");
    listen(request, ACDEvents, ["OperatorReached"], (name, e) => {
      see(e.operatorCall.number());
      on(e.operatorCall, ["Disconnected"], () => {
        if (seen.length < 4) return next();
        same(seen, ["anna", "bert", "anna", "bert"], "who answers");
        finish();
      });
    });
  };
  next();
});
