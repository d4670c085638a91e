require(Modules.SmartQueue);
onCall((call) => {
  call.answer();
  const want = (name, mode, timeout) => {
    const task = VoxEngine.enqueueTask({ call, queue: { name: "sales" }, operatorSettings: { operatorId: 12, mode, timeout } });
    listen(task, SmartQueueEvents, ["TaskDistributed"], (event, e) => see([name, e.operatorName, seconds()]));
    listen(task, SmartQueueEvents, ["TaskCanceled"], (event, e) => see([name, e.status, seconds()]));
  };
  want("at once", SmartQueueOperatorSettingsMode.STRICT, 0);
  want("soon", SmartQueueOperatorSettingsMode.STRICT, 20);
  want("any", SmartQueueOperatorSettingsMode.SMART, 5);
  want("waits", SmartQueueOperatorSettingsMode.STRICT, 60);
  setTimeout(() => {
    same(seen, [["at once", 1006, 0], ["any", "anna", 5], ["soon", 1006, 20], ["waits", "bert", 30]], "who gets agent 12, who is busy for 30 s");
    finish();
  }, 50000);
});
