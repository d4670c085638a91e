// Package ir is a flow as a machine: states, each with one effect, and for each
// outcome of an effect the state that follows. What people write is nested and
// has defaults; here everything is flat and explicit. docs/ir.md says, rule by
// rule, what each effect does.
//
// The text form (Text) is stable and made for diffs: `ringflow build --emit=ir`
// prints it. Verify holds a program against the rules of this package; it runs
// in every build, behind the checker, and its findings are mistakes of the
// compiler.
package ir

import (
	"fmt"

	"github.com/ringflow/ringflow/flow/expr"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/types"
)

// End is no state: an edge to it ends the call, and behind the last states the session.
const End = "end"

// Program is one flow.
type Program struct {
	Flow      string
	Source    *source.File
	Language  string
	API       bool           // started by the platform's API: nobody calls
	Voice     string         // path in the platform's list, without "VoiceList."
	Phones    expr.PhoneRule // how national spellings are read
	Config    []Setting
	Result    []Field
	Slots     []Slot
	Start     string // state that an arriving call enters, or with API the session
	Finally   string // state that is entered when the call is over, End for none
	States    []*State
	Calendars []Calendar // that states go by
	Languages []Language // further ones that a call can be in
}

// Setting is a value of the environment. A secret has no value in the script.
type Setting struct {
	Name string
	Type types.Type
}

// Field is a field of the call result with the text that it starts with.
type Field struct{ Name, Start string }

// Slot is a variable of a running call.
type Slot struct {
	Name string
	Type types.Type
}

// State is one state of the machine.
type State struct {
	ID     string      // path of the step in the flow
	At     source.Span // the verb
	Effect Effect
	Edges  []Edge   // one for each outcome that leaves, in the order of the registry
	Hooks  []Hook   // what is done at an outcome before its edge is taken, or while the effect goes on
	Left   []Action // what is done when the caller hangs up here
}

// Line is where the state is written, for people: "line 7", and the file in front
// when it is not that of the flow.
func (s *State) Line(own *source.File) string {
	line := fmt.Sprintf("line %d", s.At.From().Line)
	if s.At.File != own && s.At.Known() {
		return s.At.File.Base() + " " + line
	}
	return line
}

// Edge leads from an outcome to the next state.
type Edge struct {
	Outcome string
	To      string
	At      source.Span // where the flow says so; unknown for a default
}

// Hook is what is done when an outcome comes.
type Hook struct {
	Outcome string
	Do      []Action
	At      source.Span
}

// Edge returns where an outcome leads, "" when there is no such outcome.
func (s *State) Edge(outcome string) string {
	for _, e := range s.Edges {
		if e.Outcome == outcome {
			return e.To
		}
	}
	return ""
}

// State returns the state of an id, nil when there is none.
func (p *Program) State(id string) *State {
	for _, s := range p.States {
		if s.ID == id {
			return s
		}
	}
	return nil
}

// Setting reports the type of a setting.
func (p *Program) Setting(name string) (types.Type, bool) {
	for _, s := range p.Config {
		if s.Name == name {
			return s.Type, true
		}
	}
	return types.Type{}, false
}
