require(Modules.SmartQueue);
onCall((call) => {
  call.answer();
  const task = VoxEngine.enqueueTask({ call, queue: { name: "sales" } });
  listen(task, SmartQueueEvents, ["ClientDisconnected"], (name, e) => {
    see([name, e.task === task, task.status]);
    e.cancel();
  });
  listen(task, SmartQueueEvents, ["OperatorReached"], see);
  listen(task, SmartQueueEvents, ["TaskCanceled"], (name, e) => {
    see([name, e.task === task, e.status, typeof e.description, task.status, task.terminationStatus]);
    same(seen, [["ClientDisconnected", true, "DISTRIBUTING"], ["TaskCanceled", true, TerminationStatus.CLIENT_TERMINATE, "string", "FAILED", TerminationStatus.CLIENT_TERMINATE]], "events");
    finish();
  });
});
