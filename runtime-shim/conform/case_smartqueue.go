package conform

import "github.com/ringflow/ringflow/runtime-shim/phone"

const taskEvents = "reference of SmartQueueEvents"

// taskCases is tasks of SmartQueue.
func taskCases() []Case {
	anna, late := agent("anna", picksUp()), agent("anna", picksUp())
	anna.ID, late.Comes = 11, 15*phone.Second
	numbered, ahead, held, short, many := sales(anna), sales(busyAgent("anna", 500*phone.Second)), sales(late), sales(busyAgent("anna", phone.Minute)), sales(busyAgent("anna", phone.Minute))
	numbered.Queues[0].ID, ahead.Queues[0].Ahead, held.Queues[0].Hold, short.Queues[0].Longest, many.Queues[0].Size = 7, 2, true, 40*phone.Second, 1
	many.Queues = append(many.Queues, phone.Queue{Name: "night"})
	wanted := busyAgent("bert", 30*phone.Second)
	wanted.ID = 12
	long := []phone.Step{expects("disconnected", "leg", "caller")}
	told := phone.Dialled{Shows: "12222222222", Answers: span(2 * phone.Second), Headers: map[string]string{"X-Order": "7"}}
	goes := []phone.Step{wait(5 * phone.Second), leaves()}
	first := agent("anna", told)
	first.ID = 11
	return []Case{
		{Name: "task-reached", Says: "a task is told EnqueueSuccess, TaskDistributed with the agent, and OperatorReached with the agent's call; its status follows", Known: Declaration, Where: typings + "; that the agent sees the client's number is assumed", Calls: true, Given: sales(first),
			People: []phone.Step{joined()}},
		{Name: "task-fields", Says: "a task has an id, both calls and its settings, which newer documentation calls parameters", Known: Declaration, Where: typings + "; reference of SmartQueueTask for parameters", Calls: true, Given: sales(busyAgent("anna", phone.Minute)), People: long},
		{Name: "task-by-id", Says: "a queue is named by name or by id", Known: Declaration, Where: typings, Calls: true, Given: numbered, People: long},
		{Name: "task-waiting", Says: "Waiting comes every 10 s with the position and the estimated wait in ms", Known: Declaration, Where: "comment of SmartQueueEvents.Waiting, which says 10 or 15 s; how the wait is estimated is assumed", Calls: true, Given: ahead, People: long},
		{Name: "task-waiting-unknown", Says: "a queue that holds tasks keeps one while no agent is there, and its wait cannot be estimated", Known: Documentation, Where: "reference of SQ_AddQueue and TaskWaitingCode", Calls: true, Given: held, People: long},
		{Name: "task-client-gone", Says: "the end of the client's call is ClientDisconnected, and its cancel() ends the task with TaskCanceled", Known: Documentation, Where: taskEvents + "; the status is assumed", Calls: true, Given: sales(busyAgent("anna", 30*phone.Second)), People: goes},
		{Name: "task-client-unheard", Says: "a task whose client is gone goes on when nothing calls cancel()", Known: Assumption, Where: "the reference of SmartQueueEvents says to call it", Switch: "unheard-client", Calls: true, Given: sales(busyAgent("anna", 30*phone.Second)), People: goes},
		{Name: "task-timeout", Says: "a task that no agent answers within its timeout is TaskCanceled with TIMEOUT_REACHED", Known: Documentation, Where: "reference of SmartQueueTaskParameters and TerminationStatus", Calls: true, Given: sales(agent("anna", isSilent())), People: long},
		{Name: "task-waits-too-long", Says: "a task that waits for longer than its queue allows is TaskCanceled with MAX_WAITING_TIME_REACHED", Known: Documentation, Where: "reference of TerminationStatus; the event is assumed", Calls: true, Given: short, People: long},
		{Name: "task-refused", Says: "a task for a full queue, one without agents or one that does not exist is Error with the status that says so", Known: Assumption, Where: "the statuses are in the declarations, the event is not said", Switch: "refused-task", Calls: true, Given: many, People: long},
		{Name: "task-next-agent", Says: "TaskDistributed comes again when an agent does not respond", Known: Documentation, Where: taskEvents, Calls: true, Given: sales(agent("anna", isSilent()), agent("bert", picksUp())), People: long},
		{Name: "task-last-agent-banned", Says: "a queue that holds no tasks gives one up when its last agent did not answer", Known: Assumption, Where: "reference of SQ_AddQueue", Calls: true, Given: sales(agent("anna", declines())), People: long},
		{Name: "task-end", Says: "end(description, status) ends a task that waits, without a status with CLIENT_TERMINATE", Known: Documentation, Where: "reference of SmartQueueTask; that TaskCanceled comes is assumed", Calls: true, Given: sales(busyAgent("anna", 30*phone.Second)), People: long},
		{Name: "task-conversation-ends", Says: "a task is ENDED with its conversation, and says whether the agent ended it", Known: Documentation, Where: "reference of TerminationStatus", Calls: true, Given: sales(agent("anna", isBrief())), People: long},
		{Name: "task-one-agent", Says: "operatorSettings wait for one agent; then a task is canceled (STRICT), or goes to another (SMART)", Known: Documentation, Where: "reference of SmartQueueOperatorSettingsMode", Calls: true, Given: sales(agent("anna", picksUp()), wanted), People: long},
		{Name: "task-listener-removed", Says: "listeners of a task can be removed, and take events by their value", Known: Declaration, Where: typings, Calls: true, Given: sales(busyAgent("anna", phone.Minute)), People: long},
	}
}
