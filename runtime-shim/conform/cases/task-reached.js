require(Modules.SmartQueue);
onCall((call) => {
  call.answer();
  on(call, ["Connected"], () => {
    const task = VoxEngine.enqueueTask({ call, queue: { name: "sales" }, timeout: 60, priority: 50, skills: [], customData: "order 7", extraHeaders: { "X-Order": "7" } });
    listen(task, SmartQueueEvents, ["EnqueueSuccess", "Waiting", "Error", "TaskCanceled", "ClientDisconnected"], (name, e) => see([name, e.task === task, task.status]));
    listen(task, SmartQueueEvents, ["TaskDistributed"], (name, e) => see([name, e.task === task, task.status, e.operatorId, e.operatorName]));
    listen(task, SmartQueueEvents, ["OperatorReached"], (name, e) => {
      see([name, e.task === task, task.status, e.agentCall.number(), e.agentCall.callerid(), e.agentCall === task.agentCall]);
      VoxEngine.sendMediaBetween(call, e.agentCall);
      same(seen, [["EnqueueSuccess", true, "DISTRIBUTING"], ["TaskDistributed", true, "CONNECTING", 11, "anna"], ["OperatorReached", true, "CONNECTED", "anna", "12222222222", true]], "events");
      finish();
    });
    same([seen, task.status], [[], "DISTRIBUTING"], "events in the same turn");
  });
});
