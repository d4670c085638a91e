require(Modules.SmartQueue);
onCall((call) => {
  call.answer();
  const task = VoxEngine.enqueueTask({ call, queue: { name: "sales" } });
  listen(task, SmartQueueEvents, ["TaskCanceled"], see);
  listen(task, SmartQueueEvents, ["OperatorReached"], (name) => {
    see(name);
    same(seen, ["OperatorReached"], "an agent is called for a client who left");
    finish();
  });
});
