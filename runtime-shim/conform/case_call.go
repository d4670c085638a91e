package conform

import "github.com/ringflow/ringflow/runtime-shim/phone"

func callCases() []Case {
	return []Case{
		{Name: "call-answer", Says: "answer() leads from ALERTING to CONNECTED and the event Connected", Known: Declaration, Where: typings, Calls: true, People: []phone.Step{wait(phone.Second)}},
		{Name: "call-getters-are-methods", Says: "callerid, number, id and state are methods; without parentheses they do not throw", Known: Declaration, Where: typings, Calls: true},
		{Name: "call-not-answered", Says: "an incoming call that nobody answers is disconnected after 60 s", Known: Documentation, Where: limits, Calls: true, People: []phone.Step{wait(2 * phone.Minute)}},
		{Name: "call-given-up", Says: "a caller who gives up causes Disconnected and nothing else", Known: Assumption, Where: "by analogy with reject", Calls: true, People: []phone.Step{after(5*phone.Second, leaves())}},
		{Name: "call-reject", Says: "reject(code) causes Disconnected with the code", Known: Declaration, Where: "comment of Call.reject", Calls: true},
		{Name: "call-decline", Says: "decline(code) is reject(code) by its older name", Known: Declaration, Where: "comment of Call.decline", Calls: true},
		{Name: "call-ring", Says: "ring() leaves a call unanswered and PROGRESSING", Known: Assumption, Where: "that the endpoint rings is in the declarations, the state is not", Calls: true, People: []phone.Step{wait(5 * phone.Second)}},
		{Name: "call-getter-types", Says: "displayName, vad and toString are methods too", Known: Declaration, Where: typings, Calls: true},
		{Name: "call-duration", Says: "Disconnected carries the duration in seconds, cost, reason and headers", Known: Declaration, Where: typings, Calls: true, People: []phone.Step{after(12500*phone.Millisecond, leaves())}},
		{Name: "call-custom-data", Says: "a call's custom data is not the session's", Known: Declaration, Where: typings, Calls: true},
		{Name: "call-custom-data-limit", Says: "custom data of more than 200 bytes throws", Known: Assumption, Where: "the limit is in the declarations, what happens is not", Switch: "long-custom-data"},
		{Name: "call-ended", Says: "what acts on a call throws after its end, getters do not", Known: Assumption, Where: nowhere, Switch: "ended-call", Calls: true},
		{Name: "tones-need-handling", Says: "keys are not reported before handleTones(true)", Known: Documentation, Where: guides, Calls: true,
			People: []phone.Step{after(2*phone.Second, press("1")), after(5*phone.Second, press("2")), wait(10 * phone.Second)}},
		{Name: "tones-one-event-each", Says: "each key is one event, its tone and type are strings", Known: Declaration, Where: typings, Calls: true,
			People: []phone.Step{after(2*phone.Second, press("1*#0")), wait(10 * phone.Second)}},
		{Name: "tones-before-connected", Says: "keys pressed before the call is connected are not reported", Known: Assumption, Where: nowhere, Switch: "early-tones", Calls: true,
			People: []phone.Step{after(2*phone.Second, press("1")), wait(10 * phone.Second)}},
		{Name: "tones-sent", Says: "sendDigits sends keys, with p for a pause, and causes no events here", Known: Declaration, Where: typings + "; that anything else throws is assumed", Calls: true,
			People: []phone.Step{expects("tone", "digit", "1", "by", "scenario"), expects("tone", "digit", "#", "by", "scenario"), wait(10 * phone.Second)}},
		{Name: "message-sent", Says: "sendMessage takes 8192 bytes", Known: Declaration, Where: "comment of Call.sendMessage; that more throws is assumed", Calls: true,
			People: []phone.Step{expects("message", "text", "Good morning."), wait(phone.Second)}},
		{Name: "log-hidden-tones", Says: "hideTones(true) keeps keys out of the log, not from the script", Known: Declaration, Where: "comment of Logger.hideTones", Calls: true,
			People: []phone.Step{after(2*phone.Second, press("7")), expects("tone", "digit", "7", "hidden", "true"), wait(10 * phone.Second)}},
		{Name: "record-error", Says: "a recording that fails is RecordError and nothing else", Known: Declaration, Where: typings, Calls: true, People: []phone.Step{wait(5 * phone.Second)},
			Given: phone.Given{Faults: []phone.Fault{{On: phone.OnRecording, Error: "no space"}}}},
		{Name: "record-events", Says: "RecordStarted brings the address, RecordStopped comes after Disconnected", Known: Declaration, Where: typings, Calls: true, People: []phone.Step{after(10*phone.Second, leaves())}},
	}
}

func dialCases() []Case {
	return []Case{
		{Name: "dial-events", Says: "a call out is PROGRESSING, then Ringing, Connected, Disconnected", Known: Declaration, Where: typings, Calls: true, People: []phone.Step{answers(), wait(phone.Second)}},
		{Name: "dial-early-media", Says: "a side that is heard before it answers is AudioStarted, and not connected yet", Known: Declaration, Where: typings, Calls: true,
			People: []phone.Step{dialled(phone.Dialled{Early: span(phone.Second), Answers: span(3 * phone.Second)}), wait(5 * phone.Second)}},
		{Name: "dial-busy", Says: "a busy number is Failed 486", Known: Documentation, Where: "reference of CallEvents.Failed", Calls: true, People: []phone.Step{dialled(phone.Dialled{Busy: span(phone.Second)}), wait(phone.Second)}},
		{Name: "dial-rejected", Says: "a rejected call is Failed 603", Known: Documentation, Where: "reference of CallEvents.Failed", Calls: true, People: []phone.Step{dialled(phone.Dialled{Rejects: span(phone.Second)}), wait(phone.Second)}},
		{Name: "dial-unavailable", Says: "a number that cannot be reached is Failed 480", Known: Documentation, Where: "reference of CallEvents.Failed", Calls: true, People: []phone.Step{fails(480), wait(phone.Second)}},
		{Name: "dial-invalid", Says: "what is no number is Failed 404", Known: Documentation, Where: "reference of CallEvents.Failed", Calls: true, People: []phone.Step{wait(phone.Second)}},
		{Name: "dial-not-answered", Says: "a call that is not answered is Failed 408 after 60 s", Known: Documentation, Where: limits, Calls: true, People: []phone.Step{dialled(phone.Dialled{NoAnswer: true}), wait(2 * phone.Minute)}},
		{Name: "dial-given-up", Says: "hangup() while it rings is Failed 487", Known: Documentation, Where: "reference of CallEvents.Failed", Calls: true, People: []phone.Step{dialled(phone.Dialled{NoAnswer: true}), wait(5 * phone.Second)}},
		{Name: "dial-ten-at-once", Says: "the eleventh call that is not answered yet is Failed 403", Known: Documentation, Where: limits, Calls: true, People: []phone.Step{wait(5 * phone.Second)}},
		{Name: "dial-fifty-in-all", Says: "the call after fifty, the incoming one included, is Failed 403", Known: Documentation, Where: limits, Calls: true, People: append(busyNumbers(49), wait(2*phone.Minute))},
	}
}

func busyNumbers(n int) []phone.Step {
	steps := make([]phone.Step, n)
	for i := range steps {
		steps[i] = dialled(phone.Dialled{Busy: span(phone.Second)})
	}
	return steps
}
