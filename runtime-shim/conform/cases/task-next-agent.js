require(Modules.SmartQueue);
onCall((call) => {
  call.answer();
  const task = VoxEngine.enqueueTask({ call, queue: { name: "sales" } });
  listen(task, SmartQueueEvents, ["TaskDistributed"], (name, e) => see([e.operatorName, seconds()]));
  listen(task, SmartQueueEvents, ["OperatorReached"], () => {
    same(seen, [["anna", 0], ["bert", 60]], "agents");
    finish();
  });
});
