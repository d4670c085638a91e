require(Modules.SmartQueue);
onCall((call) => {
  call.answer();
  const task = VoxEngine.enqueueTask({ call, queue: { name: "sales" } });
  listen(task, SmartQueueEvents, ["Waiting"], (name, e) => see([seconds(), e.task === task, e.position, e.ewt, e.code === TaskWaitingCode.SUCCESS, typeof e.message]));
  setTimeout(() => {
    same(seen, [[10, true, 3, 540000, true, "string"], [20, true, 3, 540000, true, "string"], [30, true, 3, 540000, true, "string"]], "Waiting");
    finish();
  }, 35000);
});
