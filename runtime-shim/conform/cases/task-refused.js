require(Modules.SmartQueue);
onCall((call) => {
  call.answer();
  for (const name of ["sales", "sales", "night", "nowhere"]) {
    const task = VoxEngine.enqueueTask({ call, queue: { name } });
    listen(task, SmartQueueEvents, ["EnqueueSuccess", "TaskCanceled"], (event) => see([name, event]));
    listen(task, SmartQueueEvents, ["Error"], (event, e) => see([name, event, e.task === task, e.type, typeof e.description, task.status, task.terminationStatus === e.type]));
  }
  setTimeout(() => {
    const refused = (name, type) => [name, "Error", true, type, "string", "FAILED", true];
    same(seen, [["sales", "EnqueueSuccess"], refused("sales", TerminationStatus.MAX_QUEUE_SIZE_REACHED), refused("night", TerminationStatus.OPERATOR_NOT_AVAILABLE), refused("nowhere", TerminationStatus.INTERNAL_ERROR)], "four tasks");
    finish();
  }, 1000);
});
