require(Modules.SmartQueue);
onCall((call) => {
  call.answer();
  const task = VoxEngine.enqueueTask({ call, queue: { name: "sales" } });
  listen(task, SmartQueueEvents, ["TaskDistributed"], see);
  listen(task, SmartQueueEvents, ["TaskCanceled"], (name, e) => {
    same([seen, e.status], [["TaskDistributed"], TerminationStatus.OPERATOR_NOT_AVAILABLE], "events");
    finish();
  });
});
