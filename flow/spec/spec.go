// Package spec is the one declaration of the language: every verb, field,
// outcome and default with the sentence that documents it. Parser, checker,
// reference, JSON Schema and completion read these lists; a thing that is not
// here does not exist.
package spec

import (
	"slices"

	"github.com/ringflow/ringflow/flow/types"
)

// Version is the version of the language: `ringflow: 1`.
const Version = "1"

// Kind says how the value of a field is read. It depends on the field alone,
// never on how the value was quoted.
type Kind int

// The kinds of values.
const (
	None     Kind = iota
	Prompt        // what is heard: a prompt by name, with arguments, or a list
	Expr          // an expression of type Field.Type
	Text          // a text with {holes}
	Name          // a bare name of something (Field.Of says what)
	Word          // one of Field.Words
	Duration      // 1.5s, 30s, 2m: a constant
	Count         // a whole number
	Flag          // yes or no
	Keys          // a set of telephone keys, e.g. "123#"
	Args          // a mapping of names to expressions
	Notes         // a mapping of result fields to values
	Cases         // the list of `choose`
	Steps         // one step or a list of steps
	Group         // a mapping with fields of its own
	Reasons       // a mapping of names to reasons, for the certificate
	Items         // a list
	Texts         // a list of texts
	Phrases       // what callers say, by the words that stand for it
	Labels        // telephone keys with texts
	Targets       // who is called: one of TargetFields, or a list
	Decls         // a mapping of names to types
	Headers       // a mapping of header names to texts with {holes}
	Code          // JavaScript
)

func (k Kind) String() string {
	return [...]string{
		"nothing", "a prompt", "an expression", "a text", "a name", "a word", "a duration", "a whole number", "yes or no",
		"telephone keys", "names with expressions", "result fields with values", "a list of cases", "a step or a list of steps",
		"a mapping", "names with reasons", "a list",
		"a list of texts", "words with what callers say", "telephone keys with texts",
		"who is called",
		"names with types", "headers with texts", "JavaScript",
	}[k]
}

// Field is one field of a verb, of a group or of a file.
type Field struct {
	Name     string
	Kind     Kind
	Type     types.Type // of an Expr
	Private  bool       // an Expr may be private: the place dials or compares
	Of       string     // of a Name: "slot", "block", "store"
	Words    []string   // of a Word
	Fields   []Field    // of a Group
	Required bool
	Default  string   // as it is written
	Min, Max float64  // of a Duration (milliseconds) or Count; Max 0 means no bound
	Sink     string   // what leaves the scenario here, e.g. "speech"; empty when nothing does
	Audience string   // who can see or hear it, e.g. "callee"
	Rests    []string // ids of facts.Switches that a step with this field rests on
	Resting  string   // with which values it does, when not with all, e.g. "`ring: at_once`"
	Doc      string
}

// Outcome is one way on from a verb.
type Outcome struct {
	Name    string
	Default Default
	Hook    bool   // takes notes only; the verb goes on by itself afterwards
	As      string // handled as this outcome unless it stands there itself
	Needs   string // the outcome exists only when this field is given
	Key     bool   // stands for every `key "x"`
	Doc     string
}

// Default is what happens when an outcome is not handled.
type Default int

// The defaults. Must is none: the outcome has to be handled.
const (
	Must Default = iota
	Continue
	HangUp
	Finally
	Ignore // of a hook: nothing is done
)

func (d Default) String() string {
	return [...]string{"must be handled", "go on", "hang up", "end the call", "nothing"}[d]
}

// Place says where a verb may stand.
type Place int

// Audible verbs need a call that somebody hears. Silent ones take no time and
// touch no call: they may stand everywhere, also in hooks and after the caller
// left. Reporting ones are silent, and wait: they may stand in `finally` too.
// Working ones wait as well, and touch no call: they may stand everywhere but in hooks.
const (
	Audible Place = iota
	Silent
	Reporting
	Working
)

// Verb is one verb of the language.
type Verb struct {
	Name     string
	Head     Field // what stands behind the verb itself; Kind None when nothing may
	Fields   []Field
	Outcomes []Outcome
	Place    Place
	Ends     bool   // nothing can follow
	Waits    bool   // it takes time, so the caller can leave meanwhile
	Before   bool   // may run before the call is answered
	Doc      string // one sentence
	Cost     string // what it uses of the platform's limits
	Example  string
}

// Field returns the field of a name.
func (v *Verb) Field(name string) (Field, bool) { return find(v.Fields, name) }

// Find returns a field of a list by its name.
func find(fields []Field, name string) (Field, bool) {
	i := slices.IndexFunc(fields, func(f Field) bool { return f.Name == name })
	if i < 0 {
		return Field{}, false
	}
	return fields[i], true
}

// FieldNames returns the names of fields.
func FieldNames(fields []Field) []string {
	names := make([]string, len(fields))
	for i, f := range fields {
		names[i] = f.Name
	}
	return names
}

// Outcome returns the outcome of a name.
func (v *Verb) Outcome(name string) (Outcome, bool) {
	i := slices.IndexFunc(v.Outcomes, func(o Outcome) bool { return o.Name == name })
	if i < 0 {
		return Outcome{}, false
	}
	return v.Outcomes[i], true
}

// CommonFields may stand in every step.
func CommonFields() []Field {
	return []Field{
		{Name: "id", Kind: Name, Of: "id", Doc: "A name for the step, so that its id stays the same whatever is edited around it."},
		{Name: "on", Kind: None, Doc: "What follows each outcome: a mapping of outcomes to steps."},
	}
}

// CallerLeft is the outcome that every verb has: the caller hung up.
func CallerLeft() Outcome {
	return Outcome{Name: "caller_left", Default: Finally, Hook: true, Doc: "the caller hung up; silent steps may run, then `finally`"}
}
