require(Modules.SmartQueue);
onCall((call) => {
  call.answer();
  const settings = { call, queue: { name: "sales" }, timeout: 60, skills: [{ name: "Italian", level: [1, 2] }] };
  const task = VoxEngine.enqueueTask(settings);
  const other = VoxEngine.enqueueTask({ queue: { name: "sales" } });
  settings.timeout = 5;
  same([typeof task.id, task.id === other.id, task.clientCall === call, other.clientCall, task.agentCall, task.terminationStatus], ["string", false, true, null, null, null], "fields");
  for (const read of [task.settings, task.parameters]) {
    same([read.call === call, read.queue.name, read.timeout, read.skills[0].name, read.skills[0].level[1]], [true, "sales", 60, "Italian", 2], "settings");
  }
  finish();
});
