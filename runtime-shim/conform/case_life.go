package conform

import "github.com/ringflow/ringflow/runtime-shim/phone"

// Where things are said.
const (
	typings = "type declarations"
	limits  = "documentation, page of limits"
	guides  = "documentation, guides"
	seen    = "public scenarios"
	nowhere = ""
)

func slow() phone.Given {
	return phone.Given{Answers: []phone.Answer{{URL: "https://results.example/slow", Code: 200, Latency: 5 * phone.Second}}}
}

func lifeCases() []Case {
	return []Case{
		{Name: "life-started-first", Says: "Started comes before CallAlerting", Known: Documentation, Where: guides, Calls: true},
		{Name: "life-scripts-share-scope", Says: "the scripts of a rule share one global scope, let and const included", Known: PublicCode, Where: seen},
		{Name: "life-idle-60s", Says: "a session without calls ends after 60 s", Known: Documentation, Where: limits},
		{Name: "life-idle-after-last-call", Says: "a session ends 60 s after its last call", Known: Declaration, Where: "comments of Call.hangup and Call.reject", Calls: true, People: []phone.Step{after(20*phone.Second, leaves())}},
		{Name: "life-idle-timers", Says: "timers do not keep a session without calls alive", Known: Assumption, Where: nowhere, Switch: "idle-session"},
		{Name: "life-terminate-goes-on", Says: "terminate() does not stop the running function", Known: Declaration, Where: "comment of VoxEngine.terminate"},
		{Name: "life-terminate-twice", Says: "terminate() has no effect once the session ends", Known: Assumption, Where: nowhere},
		{Name: "life-terminate-unbound", Says: "terminate can be passed as a listener", Known: PublicCode, Where: seen, Calls: true, People: []phone.Step{after(phone.Second, leaves())}},
		{Name: "life-terminate-silences-calls", Says: "after terminate() calls send no events", Known: Declaration, Where: "comment of VoxEngine.terminate", Calls: true, People: []phone.Step{{Expect: &phone.Expect{Kind: "terminated"}}}},
		{Name: "life-terminate-stops-timers", Says: "after terminate() no timer fires", Known: Declaration, Where: "comment of AppEvents.Terminating"},
		{Name: "life-last-request", Says: "Terminating may start one request, and Terminated comes after its answer", Known: Declaration, Where: "comment of AppEvents.Terminating"},
		{Name: "life-exception", Says: "an exception that nobody catches ends the session with systemError", Known: Documentation, Where: guides},
		{Name: "life-unhandled-rejection", Says: "a rejection that nobody handles ends the session", Known: Documentation, Where: guides + "; exactly how is not said", Switch: "unhandled-rejection"},
		{Name: "life-async-listener", Says: "a listener that returns a promise is no exception to that", Known: Assumption, Where: "public scenarios disagree", Switch: "unhandled-rejection"},
		{Name: "life-drain-callbacks", Says: "callbacks of requests that are out still run after terminate()", Known: Documentation, Where: limits + ": requests with callbacks are waited for", Switch: "drain-callbacks", Given: slow()},
	}
}

func eventCases() []Case {
	return []Case{
		{Name: "event-never-in-the-same-turn", Says: "an event never comes inside the call that causes it", Known: Documentation, Where: guides, Calls: true, People: []phone.Step{wait(phone.Second)}},
		{Name: "event-is-json", Says: "events can be written as JSON, and fields that they do not have are undefined", Known: PublicCode, Where: seen, Calls: true},
		{Name: "event-fields-session", Says: "Started and CallAlerting carry the fields that are declared and not optional", Known: Declaration, Where: typings, Calls: true, People: []phone.Step{wait(phone.Second)}},
		{Name: "event-fields-incoming", Says: "events of a call that was answered carry the fields that are declared and not optional", Known: Declaration, Where: typings, Calls: true,
			People: []phone.Step{after(5*phone.Second, press("1")), after(5*phone.Second, leaves())}},
		{Name: "event-fields-outgoing", Says: "events of a call that fails, and of what fails on a call, say why", Known: Declaration, Where: typings, Calls: true,
			People: []phone.Step{dialled(phone.Dialled{Early: span(phone.Second), NoAnswer: true}), wait(70 * phone.Second)},
			Given:  phone.Given{Faults: []phone.Fault{{On: phone.OnRecording, Error: "no space"}}}},
		{Name: "event-constants", Says: "event constants are strings such as Call.Connected", Known: Declaration, Where: typings},
		{Name: "listener-order", Says: "listeners are called in the order in which they were added; events can be given as strings", Known: Assumption, Where: "documentation for the strings"},
		{Name: "listener-removed", Says: "removeEventListener takes away one listener, or all of an event", Known: Declaration, Where: typings, Calls: true, People: []phone.Step{wait(phone.Second)}},
		{Name: "listener-added-during-event", Says: "a listener added during an event is not called for it", Known: PublicCode, Where: seen},
		{Name: "listener-twice", Says: "a listener that was added twice is called twice", Known: Assumption, Where: nowhere, Switch: "duplicate-listener"},
		{Name: "listener-is-no-function", Says: "what is no function can be added, and ends the session when its event comes", Known: Declaration, Where: "comment of addEventListener"},
	}
}
