require(Modules.SmartQueue);
onCall((call) => {
  call.answer();
  const task = VoxEngine.enqueueTask({ call, queue: { name: "sales" } });
  listen(task, SmartQueueEvents, ["TaskCanceled"], (name, e) => {
    same([e.status === TerminationStatus.MAX_WAITING_TIME_REACHED, seconds()], [true, 40], "TaskCanceled");
    finish();
  });
});
