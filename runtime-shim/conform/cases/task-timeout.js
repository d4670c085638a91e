require(Modules.SmartQueue);
onCall((call) => {
  call.answer();
  const task = VoxEngine.enqueueTask({ call, queue: { name: "sales" }, timeout: 12 });
  listen(task, SmartQueueEvents, ["TaskDistributed", "OperatorReached", "Error"], (name) => see([name, seconds()]));
  listen(task, SmartQueueEvents, ["TaskCanceled"], (name, e) => see([name, e.status === TerminationStatus.TIMEOUT_REACHED, seconds()]));
  setTimeout(() => {
    same(seen, [["TaskDistributed", 0], ["TaskCanceled", true, 12]], "events");
    finish();
  }, 60000);
});
