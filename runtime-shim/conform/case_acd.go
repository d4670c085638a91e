package conform

import "github.com/ringflow/ringflow/runtime-shim/phone"

// agent serves the queue "sales" and does this when called.
func agent(name string, does phone.Dialled) phone.Agent {
	return phone.Agent{Name: name, Queues: []string{"sales"}, Does: &does}
}

func busyAgent(name string, busy phone.Duration) phone.Agent {
	a := agent(name, picksUp())
	a.Busy = busy
	return a
}

// sales is a world with the queue "sales" and these agents.
func sales(agents ...phone.Agent) phone.Given {
	return phone.Given{Queues: []phone.Queue{{Name: "sales"}}, Agents: agents}
}

// What agents do when called.

func picksUp() phone.Dialled { return phone.Dialled{Answers: span(2 * phone.Second)} }

func declines() phone.Dialled { return phone.Dialled{Rejects: span(phone.Second)} }

func isSilent() phone.Dialled { return phone.Dialled{NoAnswer: true} }

// isBrief is an agent who hangs up after ten seconds.
func isBrief() phone.Dialled {
	return phone.Dialled{Answers: span(2 * phone.Second), HangsUp: span(10 * phone.Second)}
}

const (
	acdEvents = "reference of ACDEvents"
	acdFields = "reference of ACDEnqueueParameters"
)

// acdCases is requests for agents of a queue.
func acdCases() []Case {
	returning, offline, wrapping, full, patient := agent("anna", declines()), agent("anna", picksUp()), agent("anna", isBrief()), sales(busyAgent("anna", phone.Minute)), sales(busyAgent("anna", phone.Minute))
	returning.Returns, offline.Offline, wrapping.Wrap = 20*phone.Second, true, 30*phone.Second
	full.Queues[0].Size, patient.Queues[0].Longest = 2, 6*phone.Minute
	told := phone.Dialled{Shows: "12222222222", Answers: span(2 * phone.Second), Headers: map[string]string{"X-Order": "7"}, Hears: []phone.Hears{{Text: "Order 7."}}}
	long := []phone.Step{expects("disconnected", "leg", "caller")}
	return []Case{
		{Name: "acd-reached", Says: "a request is Queued, an agent who is ready is called (OperatorCallAttempt), and OperatorReached brings the agent's call, which the script connects", Known: Documentation, Where: acdEvents, Calls: true, Given: sales(agent("anna", picksUp())),
			People: []phone.Step{joined(), talks(2 * phone.Second), leaves()}},
		{Name: "acd-agents-call", Says: "the agent is called as a user, with caller id, X- headers and custom data of the request", Known: Declaration, Where: typings, Calls: true, Given: sales(agent("anna", told)), People: long},
		{Name: "acd-status", Says: "getStatus() brings Waiting with the position and the estimated wait in minutes", Known: Documentation, Where: "reference of ACDRequest; how the wait is estimated is assumed", Calls: true, Given: sales(busyAgent("anna", phone.Minute)), People: long},
		{Name: "acd-status-needs-queue", Says: "getStatus() before Queued brings nothing", Known: Assumption, Where: "the reference of ACDRequest forbids it", Calls: true, Given: sales(busyAgent("anna", phone.Minute)), People: long},
		{Name: "acd-cancel", Says: "cancel() takes a request out of the queue, and a second time does nothing", Known: Documentation, Where: "reference of ACDRequest; public scenarios cancel twice", Calls: true, Given: sales(busyAgent("anna", 20*phone.Second)), People: long},
		{Name: "acd-cancel-ringing", Says: "cancel() while an agent is called ends that call with 487, and the agent is ready for others", Known: Assumption, Where: "as a hangup by the script", Calls: true, Given: sales(agent("anna", isSilent())), People: long},
		{Name: "acd-next-agent", Says: "OperatorFailed tells of an agent who declines(), and the next one is called", Known: Documentation, Where: acdEvents, Calls: true, Given: sales(agent("anna", declines()), agent("bert", phone.Dialled{Busy: span(phone.Second)}), agent("carl", picksUp())), People: long},
		{Name: "acd-call-timeout", Says: "the header VI-CallTimeout says after how many seconds without an answer the next agent is called", Known: Documentation, Where: acdFields, Calls: true, Given: sales(agent("anna", isSilent()), agent("bert", picksUp())), People: long},
		{Name: "acd-agent-banned", Says: "an agent who did not take a call gets no other one; a request that waits hears nothing of that, a new one is told Offline", Known: Documentation, Where: "reference of OperatorACDStatuses and ACDQueueStatisticsType; what a request that waits hears is assumed", Switch: "deserted-queue", Calls: true,
			Given: sales(agent("anna", declines())), People: long},
		{Name: "acd-agent-returns", Says: "an agent who was banned and returns is called again", Known: Documentation, Where: "reference of OperatorACDStatuses", Calls: true, Given: sales(returning), People: long},
		{Name: "acd-offline", Says: "while all agents of a queue are offline a request is told Offline and is not queued", Known: Documentation, Where: acdEvents, Calls: true, Given: sales(offline), People: long},
		{Name: "acd-busy-agent", Says: "a request waits for agents who are in a call, and gets the first one who is ready", Known: Documentation, Where: acdEvents, Calls: true, Given: sales(busyAgent("anna", phone.Minute), busyAgent("bert", 20*phone.Second)), People: long},
		{Name: "acd-full", Says: "a queue that has its maximum length tells QueueFull and takes nobody", Known: Documentation, Where: acdEvents, Calls: true, Given: full, People: long},
		{Name: "acd-full-wait", Says: "a queue tells QueueFull as well when the estimated wait is above its maximum", Known: Documentation, Where: acdEvents + " and of AddQueue", Calls: true, Given: patient, People: long},
		{Name: "acd-priority", Says: "requests of priority 1 come first, those of the same priority in the order of their coming", Known: Documentation, Where: acdFields, Calls: true, Given: sales(agent("anna", isBrief())), People: long},
		{Name: "acd-longest-idle", Says: "of the agents who are ready the one is called who has been so for longest", Known: Assumption, Where: nowhere, Calls: true, Given: sales(agent("anna", isBrief()), agent("bert", isBrief())), People: long},
		{Name: "acd-after-service", Says: "an agent gets the next call after the work that follows a conversation", Known: Documentation, Where: "reference of OperatorACDStatuses", Calls: true, Given: sales(wrapping), People: long},
		{Name: "acd-error", Says: "a queue that does not exist is Error", Known: Assumption, Where: nowhere, Calls: true, Given: sales(), People: long},
		{Name: "acd-caller-gone", Says: "the end of the caller's call does nothing to a request: the script has to cancel it", Known: PublicCode, Where: seen + ": all cancel in their Disconnected handler", Calls: true, Given: sales(busyAgent("anna", 90*phone.Second)), People: []phone.Step{wait(5 * phone.Second), leaves()}},
		{Name: "acd-keeps-session", Says: "a session without calls that has requests ends after 120 min", Known: Documentation, Where: limits + "; that another request does not begin the time again is assumed", Given: sales(busyAgent("anna", 500*phone.Minute))},
		{Name: "acd-idle-after-cancel", Says: "a session without calls and requests ends after 60 s, counted from the last cancel()", Known: Documentation, Where: limits, Given: sales(busyAgent("anna", 500*phone.Minute))},
		{Name: "acd-require", Says: "enqueueACDRequest and ACDEvents need require(Modules.ACD)", Known: Declaration, Where: typings + "; that it throws is assumed", Switch: "missing-require", Given: sales(agent("anna", picksUp()))},
		{Name: "acd-request-class", Says: "a request has an id of its own, and listeners that can be removed", Known: Declaration, Where: typings, Calls: true, Given: sales(busyAgent("anna", phone.Minute)), People: long},
		{Name: "acd-terminate", Says: "terminate() ends a request without a word, and the agent's phone stops ringing", Known: Declaration, Where: "comment of VoxEngine.terminate", Calls: true, Given: sales(agent("anna", isSilent())),
			People: []phone.Step{expects("hangup", "leg", "leg-1", "by", "platform")}},
	}
}
