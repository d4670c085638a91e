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
	"github.com/ringflow/ringflow/flow/calendar"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/expr"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/types"
)

// Program is a checked flow.
type Program struct {
	Flow      *ast.Flow
	Voice     string // path in the platform's list, without "VoiceList."
	Phones    expr.PhoneRule
	Config    []*expr.Binding
	Args      *expr.Binding // what a flow that starts by the API is given: a record
	Stores    map[string]*Store
	Calendars map[string]*calendar.Calendar
	Prompts   map[string]*ast.Prompt
	Blocks    map[string]*Block
	Result    []string // field names, in order
	Slots     []Slot   // every variable of a running call, in the order of their first binding
	Spoken    map[*ast.Heard]Spoken
	Bound     map[*ast.Step][]*expr.Binding // what the `as:` names of a step stand for: the keys of a gather, then an entry
	Set       map[*ast.Arg]*expr.Binding    // what the names of a `set` stand for
	Offers    map[*ast.Step]*Offer          // the names with which menus put their prompts together
	Again     map[*ast.Step]*ast.Step       // which step a `repeat` or `restart` enters again
	Back      map[*ast.Step][]*ast.Step     // the same from the other side: the ways back to a step
	Missed    map[string][]*expr.Binding    // names that mean nothing where they stand, with those that are known there
	Limits    []Limit
	Sinks     []Sink
	Rests     []string // unverified facts that the flow rests on, sorted

	Defaults  map[string]string       // of settings
	Given     map[*ast.Arg]*ast.Heard // the prompts that blocks are given
	Languages []*Language             // further ones
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

	Defaults map[string]*ast.Arg      // of needs
	Back     map[string]*expr.Binding // what it gives, as it is bound where the block comes back
}

type walkState int

const (
	unwalked walkState = iota
	walking
	walked
)

// Setting returns the setting of a name, nil when the flow declares none.
func (p *Program) Setting(name string) *expr.Binding {
	for _, b := range p.Config {
		if b.Name == name {
			return b
		}
	}
	return nil
}

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
	Need *expr.Expr     // the block's need that holds the prompt

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

// Flow checks a flow, or a library by itself. The program is complete when report
// has no errors.
func Flow(f *ast.Flow, report *diag.List) *Program {
	for _, library := range f.With {
		file(library, report)
	}
	before := report.Len()
	p := file(f, report)
	report.Once(before)
	return p
}

func file(f *ast.Flow, report *diag.List) *Program {
	p := &Program{
		Flow: f, Stores: map[string]*Store{}, Calendars: map[string]*calendar.Calendar{}, Prompts: map[string]*ast.Prompt{}, Blocks: map[string]*Block{},
		Spoken: map[*ast.Heard]Spoken{}, Bound: map[*ast.Step][]*expr.Binding{}, Set: map[*ast.Arg]*expr.Binding{}, Offers: map[*ast.Step]*Offer{},
		Again: map[*ast.Step]*ast.Step{}, Back: map[*ast.Step][]*ast.Step{},
	}
	p.Defaults, p.Given = map[string]string{}, map[*ast.Arg]*ast.Heard{}
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
		starts,
		answered,
		libraries,
		listens,
		menuParts,
		loops,
		keepings,
		scripts,
		bounds,
		requests,
		keys,
		plurals,
		translations,
		unused,
		unspoken,
		advice,
		spoken,
		guessable,
		rests,
		notFollowed,
		certificate,
	}
}

type checker struct {
	*Program
	report    *diag.List
	types     map[string]types.Type
	slots     map[string]int // slot name -> index in Program.Slots
	used      usage
	shaped    bool // the parser had nothing to report: no step is missing from the tree
	finishing bool // the steps of `finally` are followed
	unsure    bool // a block that is not there or runs itself: nobody knows whether it comes back
	kept      []keeping

	rootNames map[string]*expr.Binding
	digits    map[string]KeyFact // what is known of the text in a slot

	within string // of the declaration that is read: the namespace of its library, ""
}

func (c *checker) add(code diag.Code, at source.Span, format string, args ...any) *diag.Diagnostic {
	return c.report.Add(code, at, format, args...)
}
