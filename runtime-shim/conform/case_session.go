package conform

import "github.com/ringflow/ringflow/runtime-shim/phone"

// sessionCases are requests to the address of a session.
func sessionCases() []Case {
	const reference = "older reference of AppEvents.HttpRequest"
	asks := func(x phone.Control) phone.Step { return after(phone.Second, phone.Step{Control: &x}) }
	text := func(s string) *string { return &s }
	get := asks(phone.Control{})
	return []Case{
		{Name: "session-address", Says: "Started carries the session's addresses for HTTP and HTTPS", Known: Declaration, Where: typings},
		{Name: "session-request", Says: "a request there is HttpRequest with method, content and the X- headers", Known: Declaration, Where: typings,
			People: []phone.Step{asks(phone.Control{Method: "POST", Body: "command=mute", Headers: map[string]string{"X-Token": "7", "Accept": "*/*"}})}},
		{Name: "session-request-path", Says: "its path is the whole path, with what was added to the address", Known: Assumption, Where: "declarations and public scenarios disagree", Switch: "request-path",
			People: []phone.Step{asks(phone.Control{Suffix: "/command=mute/id=100?now=1"})}},
		{Name: "session-answer-text", Says: "text and numbers that the listener returns are the response", Known: Documentation, Where: reference,
			People: []phone.Step{asks(phone.Control{Method: "POST", Body: "text", Answer: text("done")}), asks(phone.Control{Answer: text("42")}), wait(10 * phone.Second)}},
		{Name: "session-answer-json", Says: "an object that it returns is the response as JSON.stringify writes it", Known: Documentation, Where: reference,
			People: []phone.Step{asks(phone.Control{Answer: text(`{"calls":2,"names":["a"]}`)}), wait(10 * phone.Second)}},
		{Name: "session-answer-empty", Says: "without a returned value the response is an empty 200", Known: Assumption, Where: nowhere,
			People: []phone.Step{asks(phone.Control{Answer: text("")}), wait(10 * phone.Second)}},
		{Name: "session-request-idle", Says: "requests do not keep a session without calls alive", Known: Documentation, Where: limits,
			People: []phone.Step{wait(30 * phone.Second), get}},
	}
}
