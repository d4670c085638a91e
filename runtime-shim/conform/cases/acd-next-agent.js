require(Modules.ACD);
onCall((call) => {
  call.answer();
  const request = VoxEngine.enqueueACDRequest("sales", "1");
  listen(request, ACDEvents, ["OperatorFailed"], (name, e) => see([name, e.request === request, e.operatorUserName, e.statusCode]));
  listen(request, ACDEvents, ["OperatorReached"], (name, e) => {
    see([name, e.operatorCall.number()]);
    same(seen, [["OperatorFailed", true, "anna", 603], ["OperatorFailed", true, "bert", 486], ["OperatorReached", "carl"]], "agents");
    finish();
  });
});
