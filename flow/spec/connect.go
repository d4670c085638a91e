package spec

import (
	"slices"
	"strings"

	"github.com/ringflow/ringflow/flow/types"
	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// MostRinging are the calls that a session may let ring at once.
const MostRinging = 10

// TargetFields are the fields of one who is called. A target that is written
// as an expression alone is its `number`.
func TargetFields() []Field {
	return []Field{
		{Name: "number", Kind: Expr, Type: phoneT, Private: true, Sink: "dial", Audience: "carrier", Doc: "A telephone number; written alone, the same as an expression."},
		{Name: "numbers", Kind: Expr, Type: types.ListOf(phoneT), Private: true, Sink: "dial", Audience: "carrier", Doc: "The numbers of a list, in its order; `at_most` says how many of them."},
		{Name: "user", Kind: Text, Sink: "user name", Audience: "platform", Rests: []string{facts.MissingRequire}, Doc: "A user of the platform, by name."},
		{Name: "sip", Kind: Text, Sink: "SIP address", Audience: "callee's network", Doc: "A SIP address: sip:desk@pbx.example."},
		{Name: "at_most", Kind: Count, Min: 1, Max: MostRinging, Doc: "How many of `numbers` are called; those behind are not."},
		{Name: "ring_for", Kind: Duration, Min: 5000, Max: 60_000, Doc: "How long it may ring here, in place of the step's `ring_for`."},
		{Name: "leg", Kind: Name, Of: "leg", Doc: "What this call leg is called in reports and for `as`; without it the step's `leg` and the place in the list: callee_2."},
	}
}

// targetForms are the fields of which a target has exactly one.
var targetForms = []string{"number", "numbers", "user", "sip"}

// TargetForms returns the fields of which a target has exactly one.
func TargetForms() []string { return targetForms }

func connect() Verb {
	return Verb{Name: "connect", Waits: true,
		Head: Field{Kind: Targets, Fields: TargetFields(), Required: true, Doc: "Who is called: a number, {user: NAME}, {sip: ADDRESS}, {numbers: LIST, at_most: 3}, or a list of those."},
		Fields: []Field{
			{Name: "ring", Kind: Word, Words: []string{"in_turn", "at_once"}, Default: "in_turn", Rests: []string{facts.EventOrder}, Resting: "`ring: at_once`", Doc: "How several are called: one after the other, or all at once; the first who answers (and accepts) is joined, the others are hung up."},
			{Name: "show", Kind: Expr, Type: phoneT, Required: true, Sink: "caller id", Audience: "callee", Doc: "The caller id that the called side sees: a number that you rent."},
			{Name: "display", Kind: Text, Sink: "display name", Audience: "callee", Doc: "The name that a called user or SIP address sees; telephone networks carry none."},
			{Name: "caller_hears", Kind: Expr, Type: urlT, Sink: "address of a sound", Audience: "its server", Doc: "Music for the caller from the dial to the join, repeated."},
			detect("Answering machines are detected and hung up before anything is said. Who is not known to be a person counts as a machine."),
			{Name: "screen", Kind: Group, Doc: "The called side is asked whether it takes the call.", Fields: []Field{
				{Name: "ask", Kind: Prompt, Required: true, Sink: "speech", Audience: "callee", Doc: "What it hears: who calls, and which key accepts."},
				{Name: "key", Kind: Keys, Default: "1", Doc: "The keys that accept; others do nothing."},
				{Name: "timeout", Kind: Duration, Default: "8s", Min: 1000, Max: 60_000, Doc: "The wait for a key from the end of `ask`; then it was declined."},
			}},
			{Name: "callee_hears", Kind: Prompt, Sink: "speech", Audience: "callee", Doc: "A whisper: what the called side hears before both are joined."},
			{Name: "ring_for", Kind: Duration, Default: "30s", Min: 5000, Max: 60_000, Doc: "How long it may ring, at each."},
			{Name: "talk_for", Kind: Duration, Min: 1000, Max: 14_400_000, Doc: "The longest conversation; then both are hung up."},
			{Name: "leg", Kind: Name, Of: "leg", Default: "callee", Doc: "What the call leg is called in reports."},
			{Name: "as", Kind: Name, Of: "slot", Doc: "The name under which `answered` and `ended` find who was reached, as text: the `leg` of the target."},
		},
		Outcomes: []Outcome{
			{Name: "answered", Default: Ignore, Hook: true, Doc: "the called side answered, and accepted; whisper and join follow"},
			{Name: "ended", Default: HangUp, Doc: "the called side hung up, or the time to talk is over"},
			{Name: "busy", Doc: "busy"},
			{Name: "no_answer", Doc: "not answered in time, or not reachable"},
			{Name: "rejected", Doc: "the called side refused"},
			{Name: "declined", Needs: "screen", Doc: "the called side answered and did not accept"},
			{Name: "machine", Needs: "detect", Doc: "an answering machine, or nobody who is known to be a person"},
			{Name: "failed", Doc: "the call could not be made"},
			{Name: "key", Key: true, Doc: "`key \"*\"`: a key of the caller that gives up waiting, until somebody is reached"},
		},
		Doc:     "Call somebody, or several in turn or at once, and join the caller with who is reached. Of several outcomes the most telling one is taken: declined, rejected, busy, machine, no_answer, failed.",
		Cost:    "one call of 50 in a session for each target, and one of 10 that may ring at once; one timer each",
		Example: "connect: order.client\nshow: config.masked_number\non:\n  busy | no_answer | rejected | failed: {hangup: unavailable}"}
}

// detect is the field that has answering machines detected.
func detect(doc string) Field {
	return Field{Name: "detect", Kind: Word, Words: append([]string{"machine"}, DetectorModels()...),
		Doc: doc + " The word names the country of the called numbers; `machine` stands for the flow's `country`, or for Europe."}
}

// DetectorModels are the models of the platform's detector of answering
// machines (AMD.Model), as a flow writes them: countries, and the rest of Europe.
func DetectorModels() []string {
	return []string{"br", "cl", "co", "kz", "mx", "ru", "ph", "pe", "us", europeanModel}
}

const europeanModel = "eu_general"

// DetectorModel is the model (AMD.Model) that a word of `detect` stands for in a
// flow of a country, two capital letters or "".
func DetectorModel(word, country string) string {
	if word == "machine" {
		if word = strings.ToLower(country); !slices.Contains(DetectorModels(), word) {
			word = europeanModel
		}
	}
	return strings.ToUpper(word)
}
