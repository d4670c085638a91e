require(Modules.SmartQueue);
onCall((call) => {
  call.answer();
  const task = VoxEngine.enqueueTask({ call, queue: { id: 7 } });
  listen(task, SmartQueueEvents, ["OperatorReached"], (name, e) => {
    same(e.agentCall.number(), "anna", "the agent");
    finish();
  });
});
