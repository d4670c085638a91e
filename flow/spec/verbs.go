package spec

import (
	"sync"

	"github.com/ringflow/ringflow/flow/types"
	"github.com/ringflow/ringflow/runtime-shim/facts"
)

var (
	phoneT  = types.Of(types.Phone)
	urlT    = types.Of(types.URL)
	boolT   = types.Of(types.Bool)
	numberT = types.Of(types.Number)
	secretT = types.Of(types.Secret)
)

// Verbs lists every verb, in the order of the reference.
func Verbs() []Verb {
	return []Verb{
		answer(), reject(), hangup(),
		play(), speak(), gather(), menu(), listen(), repeat(), restart(), goOn(),
		choose(), branch(), set(), note(), run(), hours(),
		connect(), dial(), record(),
		lookup(), store(), forget(), http(), script(),
		report(), log(),
	}
}

// verbsByName is the list as a map, made once.
var verbsByName = sync.OnceValue(func() map[string]Verb {
	out := map[string]Verb{}
	for _, v := range Verbs() {
		out[v.Name] = v
	}
	return out
})

// VerbNamed returns the verb of a name, nil when there is none. Its lists are
// shared and not to be changed.
func VerbNamed(name string) *Verb {
	v, ok := verbsByName()[name]
	if !ok {
		return nil
	}
	return &v
}

// VerbNames returns the names of all verbs.
func VerbNames() []string {
	var names []string
	for _, v := range Verbs() {
		names = append(names, v.Name)
	}
	return names
}

func answer() Verb {
	return Verb{Name: "answer", Waits: true, Before: true,
		Doc: "Answer the incoming call; from here on its caller hears and is heard.", Cost: "none",
		Example: "answer"}
}

func reject() Verb {
	return Verb{Name: "reject", Ends: true, Before: true,
		Head: Field{Kind: Word, Words: []string{"busy", "declined", "unavailable", "not_found"}, Default: "busy", Doc: "What the caller's network is told."},
		Doc:  "Refuse a call that was not answered.", Cost: "none",
		Example: "reject: busy"}
}

func hangup() Verb {
	return Verb{Name: "hangup", Ends: true,
		Head: Field{Kind: Prompt, Sink: "speech", Audience: "caller", Doc: "What is heard before the call ends."},
		Doc:  "End the call, after a last prompt if one is given.", Cost: "one playback when there is a prompt",
		Example: "hangup: goodbye"}
}

func play() Verb {
	return Verb{Name: "play", Waits: true,
		Head: Field{Kind: Prompt, Required: true, Sink: "speech", Audience: "caller", Doc: "What is heard, to its end."},
		Outcomes: []Outcome{
			{Name: "done", Default: Continue, Doc: "everything was played"},
			{Name: "failed", Default: Continue, Doc: "nothing could be played"},
		},
		Doc: "Play a prompt to its end. Keys that are pressed meanwhile count for the next `gather` or `menu`.", Cost: "one playback for each part of the prompt",
		Example: "play: putting_you_through"}
}

// waiting are the fields that gather and menu share.
func waiting() []Field {
	return []Field{
		{Name: "attempts", Kind: Group, Doc: "How often the caller may stay silent or be wrong, counted apart and over the whole step.", Fields: []Field{
			{Name: "silent", Kind: Count, Default: "2", Min: 1, Max: 9, Doc: "Waits without a key, the last of which gives up."},
			{Name: "wrong", Kind: Count, Default: "3", Min: 1, Max: 9, Doc: "Wrong inputs, the last of which gives up."},
		}},
		{Name: "again", Kind: Group, Doc: "What is heard before the next attempt, in place of the first prompt.", Fields: []Field{
			{Name: "silent", Kind: Prompt, Sink: "speech", Audience: "caller", Doc: "After a wait without a key."},
			{Name: "wrong", Kind: Prompt, Sink: "speech", Audience: "caller", Doc: "After a wrong input."},
		}},
		{Name: "other_keys", Kind: Word, Words: []string{"ignore", "wrong"}, Default: "ignore", Doc: "What a key does that nothing expects: nothing at all, or a wrong input."},
		{Name: "barge_in", Kind: Flag, Default: "yes", Doc: "Whether a key that counts stops the prompt. Keys count while a prompt plays either way."},
	}
}

func gather() Verb {
	return Verb{Name: "gather", Waits: true,
		Head: Field{Kind: Prompt, Required: true, Sink: "speech", Audience: "caller", Doc: "What asks for the input."},
		Fields: append([]Field{
			{Name: "as", Kind: Name, Of: "slot", Required: true, Doc: "The name under which later steps find the keys, as text."},
			{Name: "digits", Kind: Count, Min: 1, Max: 32, Doc: "The exact number of keys; the same as `min` and `max` together."},
			{Name: "min", Kind: Count, Default: "1", Min: 1, Max: 32, Doc: "The least number of keys."},
			{Name: "max", Kind: Count, Min: 1, Max: 32, Doc: "The most keys; the input is complete when they are there."},
			{Name: "keys", Kind: Keys, Default: "0123456789", Doc: "The keys that may be part of the input."},
			{Name: "ends_with", Kind: Keys, Doc: "Keys that end the input and are no part of it."},
			{Name: "timeout", Kind: Duration, Default: "8s", Min: 500, Max: 60_000, Doc: "The wait for the first key and between keys; sets the next two."},
			{Name: "first_digit", Kind: Duration, Min: 500, Max: 60_000, Doc: "The wait for the first key, from the end of the prompt."},
			{Name: "between_digits", Kind: Duration, Min: 500, Max: 60_000, Doc: "The wait after each key."},
			{Name: "total", Kind: Duration, Min: 1000, Max: 300_000, Doc: "The longest that one attempt may take from the end of its prompt."},
			{Name: "hint", Kind: Group, Doc: "A sentence for a caller who hesitates: once in a call, never over a prompt, before the first key; it does not restart the wait.", Fields: []Field{
				{Name: "after", Kind: Duration, Required: true, Min: 500, Max: 60_000, Doc: "The time from the end of the prompt."},
				{Name: "play", Kind: Prompt, Required: true, Sink: "speech", Audience: "caller", Doc: "What is heard."},
			}},
			{Name: "partial", Kind: Word, Words: []string{"refuse", "accept"}, Default: "refuse", Doc: "Whether fewer than `min` keys count when the wait ends, or are a wrong input."},
			{Name: "accept", Kind: Group, Doc: "A look into a store that decides whether the input counts: a missing or expired entry is a wrong input.", Fields: []Field{
				{Name: "lookup", Kind: Name, Of: "store", Required: true, Doc: "The store."},
				{Name: "key", Kind: Args, Required: true, Sink: "storage key", Audience: "application storage", Doc: "A value for each hole of the store's key."},
				{Name: "as", Kind: Name, Of: "slot", Required: true, Doc: "The name under which later steps find the entry."},
			}},
		}, waiting()...),
		Outcomes: []Outcome{
			{Name: "got", Default: Continue, Doc: "an input that counts"},
			{Name: "gave_up", Doc: "the attempts are used up"},
			{Name: "key", Key: true, Doc: "`key \"#\"`: a key that leaves the step at any time"},
			{Name: "entered", Default: Ignore, Hook: true, Doc: "keys were entered and are about to be judged"},
			{Name: "found", Default: Ignore, Hook: true, Needs: "accept", Doc: "the store has the entry"},
			{Name: "missing", Default: Ignore, Hook: true, Needs: "accept", Doc: "the store has no such entry: a wrong input"},
			{Name: "expired", Default: Ignore, Hook: true, Needs: "accept", Doc: "the entry's time is over: a wrong input (handled as `missing` unless it stands here)"},
			{Name: "malformed", Needs: "accept", Doc: "the entry is not what the store declares"},
			{Name: "failed", Needs: "accept", Doc: "the store does not answer"},
		},
		Doc:     "Ask for digits by telephone keys, with all the patience that callers need.",
		Cost:    "one playback an attempt; three timers while it waits",
		Example: "gather: ask_order\nas: order_number\ndigits: 5\non:\n  key \"#\": {run: to_operator}\n  gave_up: {hangup: goodbye}"}
}

func menu() Verb {
	return Verb{Name: "menu", Waits: true,
		Head: Field{Kind: Prompt, Required: true, Sink: "speech", Audience: "caller", Doc: "What names the keys."},
		Fields: append(append(offering(),
			Field{Name: "timeout", Kind: Duration, Default: "8s", Min: 500, Max: 60_000, Doc: "The wait for a key, from the end of the prompt."},
		), waiting()...),
		Outcomes: []Outcome{
			{Name: "key", Key: true, Doc: "`key \"1\"`: that key was pressed"},
			{Name: "picked", Default: Continue, Needs: "from", Doc: "an item of the list was chosen"},
			{Name: "gave_up", Doc: "the attempts are used up"},
		},
		Doc: "Let the caller choose by one key.", Cost: "one playback an attempt; one timer while it waits",
		Example: "menu: main_menu\non:\n  key \"1\": {run: sales}\n  gave_up: {hangup: goodbye}"}
}

func choose() Verb {
	return Verb{Name: "choose", Place: Silent, Before: true,
		Head:   Field{Kind: Cases, Required: true, Doc: "Cases with `when:` and `do:`, tried from the top; the last may be `otherwise:`."},
		Fields: []Field{declassify()},
		Doc:    "Go on with the first case whose condition holds; with none of them when none does.", Cost: "none",
		Example: "choose:\n  - when: side == Courier\n    do: {play: courier_text}\n  - otherwise: {play: customer_text}"}
}

func declassify() Field {
	return Field{Name: "declassify", Kind: Reasons,
		Doc: "Names with reasons: why what this branch lets out about private values may be known. Each is a line of the certificate."}
}

func branch() Verb {
	return Verb{Name: "if", Place: Silent, Before: true,
		Head: Field{Kind: Expr, Type: boolT, Private: true, Required: true, Doc: "The condition."},
		Fields: []Field{
			{Name: "then", Kind: Steps, Required: true, Doc: "What is done when it holds."},
			{Name: "else", Kind: Steps, Doc: "What is done when it does not."},
			declassify(),
		},
		Doc: "Do something only when a condition holds.", Cost: "none",
		Example: "if: caller.number == null\nthen: {hangup: number_withheld}"}
}

func set() Verb {
	return Verb{Name: "set", Place: Silent, Before: true,
		Head: Field{Kind: Args, Required: true, Doc: "Names with expressions."},
		Doc:  "Keep values under names of this block; a name keeps its type.", Cost: "none",
		Example: "set: {tries: 1}"}
}

func note() Verb {
	return Verb{Name: "note", Place: Silent, Before: true,
		Head: Field{Kind: Notes, Required: true, Sink: "call result", Audience: "backend", Doc: "Result fields with values; texts may have holes."},
		Doc:  "Write fields of the call result.", Cost: "none",
		Example: "note: {sub_available: \"Yes\"}"}
}

func run() Verb {
	return Verb{Name: "run", Place: Audible, Before: true,
		Head: Field{Kind: Name, Of: "block", Required: true, Doc: "The block."},
		Fields: []Field{
			{Name: "with", Kind: Args, Doc: "A value for each of the block's needs."},
			{Name: "as", Kind: Args, Doc: "Names for what the block gives: {order_number: number}."},
		},
		Doc: "Run a block and go on behind it, unless every way through it ends the call.", Cost: "what the block uses",
		Example: "run: reach\nwith: {peer: order.client}"}
}

func lookup() Verb {
	return Verb{Name: "lookup", Waits: true, Before: true,
		Head: Field{Kind: Name, Of: "store", Required: true, Doc: "The store."},
		Fields: []Field{
			{Name: "key", Kind: Args, Required: true, Sink: "storage key", Audience: "application storage", Doc: "A value for each hole of the store's key."},
			{Name: "as", Kind: Name, Of: "slot", Required: true, Doc: "The name under which later steps find the entry."},
		},
		Outcomes: []Outcome{
			{Name: "found", Default: Continue, Doc: "the entry is there"},
			{Name: "missing", Doc: "there is no such entry"},
			{Name: "expired", As: "missing", Doc: "the entry's time is over (handled as `missing` unless it stands here)"},
			{Name: "malformed", Doc: "the entry is not what the store declares"},
			{Name: "failed", Doc: "the store does not answer within 5 s"},
		},
		Doc: "Read an entry of a key-value store.", Cost: "one request to the application's storage",
		Example: "lookup: orders\nkey: {number: order_number}\nas: order\non:\n  missing | malformed | failed: {hangup: goodbye}"}
}

func record() Verb {
	return Verb{Name: "record",
		Head: Field{Kind: Group, Doc: "How to record.", Fields: []Field{
			{Name: "channels", Kind: Word, Words: []string{"mixed", "split"}, Default: "mixed", Doc: "One channel, or the caller's side apart from what the caller hears."},
		}},
		Outcomes: []Outcome{
			{Name: "done", Default: Continue, Doc: "the recording was asked for"},
			{Name: "failed", Default: Continue, Doc: "the platform refused"},
		},
		Doc:     "Record the call from here on, both sides once they are joined. The address is `call.recording` as soon as the platform tells it.",
		Cost:    "one recording",
		Example: "record: {channels: split}"}
}

func report() Verb {
	return Verb{Name: "report", Place: Reporting, Before: true,
		Head: Field{Kind: Expr, Type: urlT, Required: true, Sink: "address of the report", Audience: "backend", Doc: "Where the call result goes, by HTTP POST."},
		Fields: []Field{
			{Name: "body", Kind: Word, Words: []string{"result"}, Default: "result", Doc: "What is sent: the call result as JSON."},
			{Name: "details", Kind: Word, Words: []string{"body", "headers"}, Default: "body", Doc: "Where session, release, path and legs travel: in the body as `ringflow`, or in the header Ringflow-Call with the result alone in the body."},
			{Name: "sign", Kind: Expr, Type: secretT, Rests: []string{facts.SecretReader}, Doc: "The secret that signs the report (Standard Webhooks)."},
		},
		Doc:     "Send the call result. It is tried three times, and once more when the platform ends the session; the receiver counts one.",
		Cost:    "up to four HTTP requests, one of them in the end phase",
		Example: "report: config.results_url"}
}

func log() Verb {
	return Verb{Name: "log", Place: Silent, Before: true,
		Head: Field{Kind: Text, Required: true, Sink: "log line", Audience: "platform log", Doc: "The line; holes take public values."},
		Doc:  "Write a line to the session's log.", Cost: "none",
		Example: "log: attempt {text(tries)}"}
}
