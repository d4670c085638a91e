require(Modules.ACD);
onCall((call) => {
  call.answer();
  const request = VoxEngine.enqueueACDRequest("sales", "1", { headers: { "VI-CallTimeout": "15" } });
  listen(request, ACDEvents, ["OperatorFailed"], (name, e) => see([seconds(), e.operatorUserName, e.statusCode]));
  listen(request, ACDEvents, ["OperatorReached"], (name, e) => {
    see([seconds(), e.operatorCall.number()]);
    same(seen, [[15, "anna", 408], [17, "bert"]], "agents");
    finish();
  });
});
