package calltest

import (
	"github.com/ringflow/ringflow/flow/spec"

	"github.com/ringflow/ringflow/runtime-shim/phone"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// FileFields are the fields of a test file.
func FileFields() []spec.Field {
	return []spec.Field{
		{Name: "ringflow", Kind: spec.Count, Doc: "The version of the language: 1, also for a file that does not say it."},
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
		{Name: "started", Kind: spec.Group, Doc: "Nobody calls, the session starts by itself with `custom_data` or a `row` of a call list; the steps are those of the side dialled last."},
		{Name: "api", Kind: spec.Args, Doc: "A backend starts a flow that `starts: api`, with these arguments; whoever answers first is the caller of the steps."},
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
		{Name: "answers", Kind: spec.Items, Doc: "What HTTP requests are answered, a list: `url`, `method`, `code`, `headers`, `body`, `latency`, `times`."},
		{Name: "faults", Kind: spec.Items, Doc: "What fails or is slow, a list: `on` (storage, http, speech, recording, recognition, detection, mail, call_list), `match`, `from`, `times`, `error`, `code`, `slow`."},
		{Name: "lengths", Kind: spec.Args, Doc: "How long texts and sounds last, by text or address."},
		{Name: "peers", Kind: spec.Items, Doc: "Where connections of the script lead, WebSocket servers and AI services, a list; one that no peer is for is accepted, and nothing comes from there."},
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
		{Name: "row", Kind: spec.Args, Doc: "The row of a call list that started the session: its columns, which are the custom data as JSON."},
	}
}

// StepFields are the words of a script. A step has one of them, and `after`.
func StepFields() []spec.Field {
	return []spec.Field{
		{Name: "after", Kind: spec.Duration, Doc: "The time from the step before: `hears` and `dialled` have to come exactly then, anything else is done then."},
		{Name: "hears", Kind: spec.Group, Doc: "The caller hears a prompt to its end: its name, or `text`, `matches`, `file`, `prompt` with `for:`, `loop:` and `language:`."},
		{Name: "press", Kind: spec.Text, Doc: "The caller presses keys, 200 ms after one another: the keys, or `keys` with `gap`, and `by: callee` for the side dialled last."},
		{Name: "says", Kind: spec.Group, Doc: "The caller speaks: the text, or `text` with `by: callee`, `for` (how long it takes), `heard` (what is recognised instead, `\"\"` for nothing) and `confidence` from 0 to 1."},
		{Name: "hangs_up", Kind: spec.Word, Words: []string{"caller", "callee"}, Doc: "Somebody hangs up."},
		{Name: "dialled", Kind: spec.Group, Doc: "A call is made, as its fields below say, and how the called side behaves."},
		{Name: "joined", Kind: spec.Flag, Doc: "The caller and the called side hear each other."},
		{Name: "talk", Kind: spec.Duration, Doc: "They talk for so long."},
		{Name: "sends", Kind: spec.Group, Doc: "Somebody's device sends something during its call."},
		{Name: "control", Kind: spec.Group, Doc: "An HTTP request comes to the session's address and has to be answered."},
		{Name: "connects", Kind: spec.Group, Doc: "Somebody opens a WebSocket to the session's address."},
		{Name: "expect", Kind: spec.Group, Doc: "An event of the trace: its `kind` and fields; `matches` is a regular expression (RE2) that is found in its text or body."},
	}
}

// DialledFields are the fields of `dialled`.
func DialledFields() []spec.Field {
	return []spec.Field{
		{Name: "to", Kind: spec.Text, Doc: "The number, user or SIP address that must be dialled; any without it."},
		{Name: "shows", Kind: spec.Text, Doc: "The caller id that the called side must see."},
		{Name: "display", Kind: spec.Text, Doc: "The display name that it must see."},
		{Name: "headers", Kind: spec.Args, Doc: "Headers that must come with the call, with their values."},
		{Name: "early", Kind: spec.Duration, Doc: "It is heard before the answer, from so long after the dial."},
		{Name: "answers", Kind: spec.Duration, Doc: "It answers so long after the dial."},
		{Name: "busy", Kind: spec.Duration, Doc: "It is busy (486) so long after the dial."},
		{Name: "rejects", Kind: spec.Duration, Doc: "It rejects (603) so long after the dial."},
		{Name: "fails", Kind: spec.Group, Doc: "The call fails: a SIP code, or `code` with `reason` and `after`."},
		{Name: "no_answer", Kind: spec.Flag, Doc: "It rings until somebody gives up, as without any of these."},
		{Name: "offline", Kind: spec.Flag, Doc: "A user who is offline (480), and answers only when a push wakes the device."},
		{Name: "forwards", Kind: spec.Duration, Doc: "It passes the call on so long after the dial."},
		{Name: "says", Kind: spec.Text, Doc: "What it says at the answer, or from `early` on."},
		{Name: "machine", Kind: spec.Group, Doc: "An answering machine answers: `greeting`, and `for` how long; `beep` so long after it, at `hz` (1000)."},
		{Name: "presses", Kind: spec.Group, Doc: "It presses `keys`, the first so long `after` the answer (at once)."},
		{Name: "hears", Kind: spec.Items, Doc: "What it must hear before the join, one or a list."},
		{Name: "hangs_up", Kind: spec.Duration, Doc: "It hangs up so long after the answer."},
	}
}

// SendsFields are the fields of `sends`.
func SendsFields() []spec.Field {
	return []spec.Field{
		{Name: "by", Kind: spec.Word, Words: []string{phone.Caller, phone.Callee}, Doc: "Who; the caller without it, and in a session without one the callee."},
		{Name: "message", Kind: spec.Text, Doc: "A text message of the call."},
		{Name: "info", Kind: spec.Group, Doc: "A SIP INFO: `mime` and `body`."},
		{Name: "mic", Kind: spec.Flag, Doc: "The microphone is turned on or off."},
		{Name: "transfer", Kind: spec.Text, Doc: "The device asks for a blind transfer to this address."},
		{Name: "transferred", Kind: spec.Count, Doc: "It answers `Call.transferTo` with this SIP code."},
		{Name: "hold", Kind: spec.Flag, Doc: "The call is put on hold, or taken off."},
		{Name: "media", Kind: spec.Flag, Doc: "The sound of the call comes back, or breaks down."},
		{Name: "tone", Kind: spec.Flag, Doc: "The network plays a tone, such as busy."},
	}
}

// ControlFields are the fields of `control`.
func ControlFields() []spec.Field {
	return []spec.Field{
		{Name: "method", Kind: spec.Text, Default: "GET", Doc: "The method."},
		{Name: "suffix", Kind: spec.Text, Doc: "More path after the address, and a query: /mute?id=1."},
		{Name: "headers", Kind: spec.Args, Doc: "Headers; the script gets those that begin with X-."},
		{Name: "body", Kind: spec.Text, Doc: "The body."},
		{Name: "code", Kind: spec.Count, Default: "200", Doc: "The status that must come."},
		{Name: "answer", Kind: spec.Text, Doc: "The body that must come; any without it."},
	}
}

// ExpectFields are the fields of a case's `expect`.
func ExpectFields() []spec.Field {
	return []spec.Field{
		{Name: "report", Kind: spec.Args, Doc: "Fields of the call result with their texts, or `none` when nothing may be sent."},
		{Name: "ended_by", Kind: spec.Word, Words: []string{"caller", "callee", "flow", "error", "platform"}, Doc: "Who ended the call, as the report says."},
		{Name: "requests", Kind: spec.Count, Doc: "How many HTTP requests were made."},
		{Name: "mails", Kind: spec.Items, Doc: "The mails that were sent, in order, each with a part of its fields, or `none`."},
		{Name: "call_list", Kind: spec.Items, Doc: "What was reported to the call list, in order, or `none`."},
		{Name: "golden", Kind: spec.Text, Doc: "A file beside this one that holds the whole trace; `--update` rewrites it."},
	}
}

// MailFields are the fields of one mail of `mails`.
func MailFields() []spec.Field {
	return []spec.Field{
		{Name: "server", Kind: spec.Text, Doc: "The mail server."},
		{Name: "from", Kind: spec.Text, Doc: "The sender."},
		{Name: "to", Kind: spec.Text, Doc: "The recipients, with a comma between two; so are `cc` and `bcc`."},
		{Name: "cc", Kind: spec.Text, Doc: "Who gets a copy."},
		{Name: "bcc", Kind: spec.Text, Doc: "Who gets one unseen."},
		{Name: "title", Kind: spec.Text, Doc: "The subject."},
		{Name: "body", Kind: spec.Text, Doc: "The plain text."},
		{Name: "html", Kind: spec.Text, Doc: "The HTML text."},
		{Name: "matches", Kind: spec.Text, Doc: "A regular expression (RE2) that is found in one of the texts."},
	}
}

// CallListFields are what can be reported to a call list; each report of
// `call_list` is one of them.
func CallListFields() []spec.Field {
	return []spec.Field{
		{Name: voxengine.ReportResult, Kind: spec.Text, Doc: "The task is done: the text, or a mapping with a part of the object's fields, as in the others."},
		{Name: voxengine.ReportError, Kind: spec.Text, Doc: "The attempt failed."},
		{Name: voxengine.ReportProgress, Kind: spec.Text, Doc: "The task goes on."},
		{Name: voxengine.ReportNext, Kind: spec.Text, Doc: "When another attempt is wanted."},
	}
}
