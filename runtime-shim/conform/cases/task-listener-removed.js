require(Modules.SmartQueue);
onCall((call) => {
  call.answer();
  const task = VoxEngine.enqueueTask({ call, queue: { name: "sales" } });
  const twice = () => see("heard");
  task.addEventListener(SmartQueueEvents.EnqueueSuccess, twice);
  task.addEventListener("SmartQueue.EnqueueSuccess", () => see("string"));
  task.removeEventListener(SmartQueueEvents.EnqueueSuccess, twice);
  setTimeout(() => {
    same(seen, ["string"], "listeners");
    finish();
  }, 1000);
});
