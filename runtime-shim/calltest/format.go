package calltest

import "github.com/ringflow/ringflow/flow/spec"

// FileFields are the fields of a test file.
func FileFields() []spec.Field {
	return []spec.Field{
		{Name: "flow", Kind: spec.Name, Doc: "The flow that is called, as a file beside this one."},
		{Name: "scenario", Kind: spec.Items, Doc: "Hand-written scripts that are called instead, in the order of their rule."},
		{Name: "config", Kind: spec.Args, Doc: "Values of settings; those that are not given have stand-ins."},
		{Name: "secrets", Kind: spec.Args, Doc: "Values of secrets, by name."},
		{Name: "tests", Kind: spec.Items, Required: true, Doc: "The cases."},
	}
}

// CaseFields are the fields of one case.
func CaseFields() []spec.Field {
	return []spec.Field{
		{Name: "name", Kind: spec.Name, Required: true, Doc: "What the call shows, as a sentence."},
		{Name: "given", Kind: spec.Group, Doc: "The world before the call: entries of stores by the store's name, and the fields below."},
		{Name: "incoming", Kind: spec.Group, Doc: "Who calls: `from`, `to`, `display`, `headers`."},
		{Name: "started", Kind: spec.Group, Doc: "Nobody calls, the session starts by itself with `custom_data`; the steps are those of the side dialled last."},
		{Name: "script", Kind: spec.Items, Doc: "What happens and what has to happen, from the top."},
		{Name: "expect", Kind: spec.Group, Doc: "What has to hold when the call is over."},
		{Name: "lenient", Kind: spec.Flag, Doc: "Whether speech and calls that no step expects are passed over."},
	}
}

// GivenFields are the fields of `given` beside the names of stores.
func GivenFields() []spec.Field {
	return []spec.Field{
		{Name: "storage", Kind: spec.Args, Doc: "Entries of the application's storage as raw text, by key."},
		{Name: "clock", Kind: spec.Text, Doc: "The platform's clock when the call arrives, as 2026-01-31T12:00:00Z."},
		{Name: "answers", Kind: spec.Items, Doc: "What HTTP requests are answered, a list: `url`, `code`, `body`, `latency`, `times`."},
		{Name: "faults", Kind: spec.Items, Doc: "What fails or is slow, a list: `on` (storage, http, speech, recording), `match`, `from`, `times`, `error`, `code`, `slow`."},
		{Name: "lengths", Kind: spec.Args, Doc: "How long texts and sounds last, by text or address."},
		{Name: "queues", Kind: spec.Items, Doc: "Queues of the application, a list: `name`, `id`, `size` and `longest` wait, `service` (how long a conversation takes, for estimates), `ahead` (clients who wait already), `hold` (SmartQueue keeps tasks that no agent is there for)."},
		{Name: "agents", Kind: spec.Items, Doc: "Who serve them, a list: `name`, `id`, `queues`; `offline`, or `comes` and `busy` so long after the start; `wrap` after a call, `returns` after one that was not taken; `does` as `dialled`, or the steps say it."},
	}
}

// IncomingFields are the fields of `incoming`.
func IncomingFields() []spec.Field {
	return []spec.Field{
		{Name: "from", Kind: spec.Text, Doc: "The caller's number; without it the number is withheld."},
		{Name: "to", Kind: spec.Text, Doc: "The number that was dialled."},
		{Name: "display", Kind: spec.Text, Doc: "The caller's display name."},
		{Name: "headers", Kind: spec.Args, Doc: "Headers of the call."},
	}
}

// StartedFields are the fields of `started`.
func StartedFields() []spec.Field {
	return []spec.Field{
		{Name: "custom_data", Kind: spec.Text, Doc: "What VoxEngine.customData() returns at first, up to 200 bytes."},
	}
}

// StepFields are the words of a script. A step has one of them, and `after`.
func StepFields() []spec.Field {
	return []spec.Field{
		{Name: "after", Kind: spec.Duration, Doc: "The time from the step before: `hears` and `dialled` have to come exactly then, anything else is done then."},
		{Name: "hears", Kind: spec.Group, Doc: "The caller hears a prompt to its end: its name, or `text`, `matches`, `file`, `prompt` with `for:` and `loop:`."},
		{Name: "press", Kind: spec.Text, Doc: "The caller presses keys, 200 ms after one another: the keys, or `keys` with `gap`."},
		{Name: "says", Kind: spec.Text, Doc: "The caller speaks."},
		{Name: "hangs_up", Kind: spec.Word, Words: []string{"caller", "callee"}, Doc: "Somebody hangs up."},
		{Name: "dialled", Kind: spec.Group, Doc: "A call is made: `to`, `shows`, and one of `answers`, `busy`, `rejects`, `fails`, `no_answer`; `hears` before the join, `hangs_up` after the answer."},
		{Name: "joined", Kind: spec.Flag, Doc: "The caller and the called side hear each other."},
		{Name: "talk", Kind: spec.Duration, Doc: "They talk for so long."},
		{Name: "expect", Kind: spec.Group, Doc: "An event of the trace: its `kind` and fields."},
	}
}

// ExpectFields are the fields of a case's `expect`.
func ExpectFields() []spec.Field {
	return []spec.Field{
		{Name: "report", Kind: spec.Args, Doc: "Fields of the call result with their texts, or `none` when nothing may be sent."},
		{Name: "ended_by", Kind: spec.Word, Words: []string{"caller", "callee", "flow", "error", "platform"}, Doc: "Who ended the call, as the report says."},
		{Name: "requests", Kind: spec.Count, Doc: "How many HTTP requests were made."},
		{Name: "golden", Kind: spec.Text, Doc: "A file beside this one that holds the whole trace; `--update` rewrites it."},
	}
}
