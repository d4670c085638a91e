require(Modules.SmartQueue);
onCall((call) => {
  call.answer();
  const task = VoxEngine.enqueueTask({ call, queue: { name: "sales" } });
  listen(task, SmartQueueEvents, ["OperatorReached"], (name, e) => {
    on(e.agentCall, ["Disconnected"], () => {
      see([task.status, task.terminationStatus]);
      const other = VoxEngine.enqueueTask({ call, queue: { name: "sales" } });
      listen(other, SmartQueueEvents, ["OperatorReached"], (again, reached) => {
        reached.agentCall.hangup();
        on(reached.agentCall, ["Disconnected"], () => {
          see([other.status, other.terminationStatus]);
          same(seen, [["ENDED", TerminationStatus.FINISHED_BY_OPERATOR], ["ENDED", TerminationStatus.FINISHED_BY_CLIENT]], "both tasks");
          finish();
        });
      });
    });
  });
});
