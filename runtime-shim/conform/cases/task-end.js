require(Modules.SmartQueue);
onCall((call) => {
  call.answer();
  const end = (...how) => {
    const task = VoxEngine.enqueueTask({ call, queue: { name: "sales" } });
    listen(task, SmartQueueEvents, ["TaskCanceled"], (name, e) => see([e.status, e.description, task.terminationStatus]));
    listen(task, SmartQueueEvents, ["OperatorReached"], see);
    setTimeout(() => task.end(...how), 5000);
  };
  end("the client calls back");
  end("done by a robot", TerminationStatus.NORMAL);
  setTimeout(() => {
    same(seen, [[1100, "the client calls back", 1100], [1000, "done by a robot", 1000]], "tasks that were ended");
    finish();
  }, 50000);
});
