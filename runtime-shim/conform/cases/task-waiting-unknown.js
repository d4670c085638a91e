require(Modules.SmartQueue);
onCall((call) => {
  call.answer();
  const task = VoxEngine.enqueueTask({ call, queue: { name: "sales" } });
  listen(task, SmartQueueEvents, ["EnqueueSuccess", "Error", "TaskCanceled", "OperatorReached"], (name) => see([name, seconds()]));
  listen(task, SmartQueueEvents, ["Waiting"], (name, e) => see([name, e.code === TaskWaitingCode.CANNOT_BE_ESTIMATED, seconds()]));
  setTimeout(() => {
    same(seen, [["EnqueueSuccess", 0], ["Waiting", true, 10], ["OperatorReached", 17]], "events");
    finish();
  }, 30000);
});
