// Package check gives a flow its meaning: names are resolved, expressions get
// types, every outcome has an answer, bounds hold, and nothing private leaves.
//
// Check runs in three parts. declare.go reads what the flow declares. walk.go
// follows the steps in the order in which they run and knows at each place which
// names are bound; it resolves expressions and prompts. Then the rules of
// rules() look at the resolved program, each in a file of its own. All of them
// report into one list and go on; what was reported once is poisoned, so that
// nothing follows from it.
package check

import (
	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/expr"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/types"
)

// Program is a checked flow.
type Program struct {
	Flow    *ast.Flow
	Voice   string // path in the platform's list, without "VoiceList."
	Phones  expr.PhoneRule
	Config  []*expr.Binding
	Stores  map[string]*Store
	Prompts map[string]*ast.Prompt
	Blocks  map[string]*Block
	Result  []string // field names, in order
	Slots   []Slot   // every variable of a running call, in the order of their first binding
	Spoken  map[*ast.Heard]Spoken
	Bound   map[*ast.Step][]*expr.Binding // what the `as:` names of a step stand for: the keys of a gather, then an entry
	Set     map[*ast.Arg]*expr.Binding    // what the names of a `set` stand for
	Limits  []Limit
	Sinks   []Sink
	Rests   []string // unverified facts that the flow rests on, sorted

	Languages []*Language // further ones
}

// Store is a declared key-value store.
type Store struct {
	*ast.Store
	Type     types.Type // of an entry: a record
	Prefix   string
	Suffix   string
	Hole     string
	holeType types.Type
	Keys     KeyFact // the keys that the flow can look up
}

// Block is a declared block, or main or finally.
type Block struct {
	*ast.Block
	Needs   []*expr.Binding
	Returns bool // some way through the block comes back
	state   walkState
	given   map[string]types.Owners // whose values the needs are given, over all runs
}

type walkState int

const (
	unwalked walkState = iota
	walking
	walked
)

// Slot is a variable of a running call.
type Slot struct {
	Name  string // unique in the flow
	Type  types.Type
	Block string
}

// Spoken is what one use of a prompt says: holes are filled in by expressions
// of the place where it is used.
type Spoken struct {
	Text *expr.Template // nil for a file
	File *expr.Template // the address of a declared sound file

	Language string   // of one of Others
	Others   []Spoken // what it says in the further languages, in their order
}

// KeyFact is a set of keys: their length in characters, and what they are made of.
type KeyFact struct {
	Min, Max int
	Exact    bool // shorter ones come from callers who stopped early
	Chars    string
}

// Limit is the most that one call can use of something. Platform 0 means that
// the platform has no such limit.
type Limit struct {
	Name     string
	Most     int
	Platform int
}

// Sink is one line of the privacy certificate.
type Sink struct {
	At       source.Span
	Sink     string
	Audience string
	Verdict  string

	owners types.Owners // of the value
}

// Flow checks a flow. The program is complete when report has no errors.
func Flow(f *ast.Flow, report *diag.List) *Program {
	p := &Program{
		Flow: f, Stores: map[string]*Store{}, Prompts: map[string]*ast.Prompt{}, Blocks: map[string]*Block{},
		Spoken: map[*ast.Heard]Spoken{}, Bound: map[*ast.Step][]*expr.Binding{}, Set: map[*ast.Arg]*expr.Binding{},
	}
	c := &checker{Program: p, report: report, shaped: !report.Failed(), types: map[string]types.Type{}, slots: map[string]int{},
		digits: map[string]KeyFact{}}
	c.declare()
	c.walkAll()
	for _, rule := range rules() {
		rule(c)
	}
	return p
}

// rules is the explicit list of what is looked at after the walk.
func rules() []func(*checker) {
	return []func(*checker){
		outcomes,
		ranges,
		answered,
		certificate,
		bounds,
		keys,
		plurals,
		translations,
		unused,
		unspoken,
		advice,
		rests,
	}
}

type checker struct {
	*Program
	report *diag.List
	types  map[string]types.Type
	slots  map[string]int // slot name -> index in Program.Slots
	used   usage
	shaped bool // the parser had nothing to report: no step is missing from the tree
	unsure bool // a block that is not there or runs itself: nobody knows whether it comes back

	rootNames map[string]*expr.Binding
	digits    map[string]KeyFact // what is known of the text in a slot
}

func (c *checker) add(code diag.Code, at source.Span, format string, args ...any) *diag.Diagnostic {
	return c.report.Add(code, at, format, args...)
}
