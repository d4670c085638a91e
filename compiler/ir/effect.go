package ir

import "github.com/ringflow/ringflow/flow/expr"

// Effect is what a state does. The set is closed: the types of this file and of outside.go.
type Effect interface{ effect() }

// Answer takes the incoming call. Outcome: done.
type Answer struct{}

// Reject refuses the incoming call with a SIP code (3xx to 6xx) and ends it. No outcome.
type Reject struct{ Code int }

// HangUp ends the call. No outcome.
type HangUp struct{}

// Play plays parts to the caller, one after the other. Outcomes: done, failed.
type Play struct{ Parts []Part }

// Part is one thing to be heard: exactly one of its fields.
type Part struct {
	Say     *expr.Template
	File    *expr.Expr     // an address
	Sound   *expr.Template // an address with holes
	Given   *expr.Expr     // the need of a block that holds what is heard
	Silence int            // milliseconds

	Translations []Translation // of Say and Sound, in the order of the program's languages
}

// Collect asks for keys. With Max 0 it is a menu: only exits count.
// Outcomes: got (not of a menu), gave_up, one for each exit key, and those of
// Accept that are no wrong attempt: malformed, failed.
type Collect struct {
	Prompt, AgainSilent, AgainWrong []Part // the second and third are nil when the first serves
	Min, Max                        int
	Keys, Ends                      string
	Exits                           []string
	WrongKeys                       bool // another key is a wrong attempt; else it is as if it was not pressed
	Partial                         bool // fewer than Min keys count when the time is up
	BargeIn                         bool
	FirstDigit, BetweenDigits       int // milliseconds
	Total                           int // milliseconds, 0 for any
	Hint                            []Part
	HintAfter                       int // milliseconds
	Silent, Wrong                   int
	Into                            string // slot of the keys
	Accept                          *Lookup
	Again                           bool // it can be entered again
}

// Lookup reads an entry of the application's storage into a slot.
// Outcomes: found, missing, expired, malformed, failed.
type Lookup struct {
	Store  string
	Key    []KeyPart
	Fields []StoreField
	Into   string
}

// KeyPart is literal text of a key, or a value.
type KeyPart struct {
	Text  string
	Value *expr.Expr
}

// StoreField is one field of an entry.
type StoreField struct {
	Name     string
	Kind     string // phone, text, number, bool, date, time, or money and its currency
	Optional bool
	Private  bool
}

// Connect calls a number and joins it with the caller.
// Outcomes: ended, busy, no_answer, rejected, failed; answered is a hook.
type Connect struct {
	To, From    *expr.Expr
	Leg         string
	CallerHears *expr.Expr // an address, nil for nothing
	CalleeHears []Part
	RingFor     int // milliseconds
	TalkFor     int // milliseconds, 0 for any
}

// Record records the call from here on. Outcomes: done, failed.
type Record struct{ Split bool }

// Report sends the call result. Outcome: done.
type Report struct {
	URL     *expr.Expr
	Headers bool   // details travel in a header and not in the body
	Secret  string // name of the secret that signs, "" for none
}

// Do carries out actions, which take no time. Outcome: done.
type Do struct{ Actions []Action }

// Branch goes on with the first case that holds. Outcomes: the names of the
// cases, and otherwise.
type Branch struct{ Cases []Case }

// Case is one case of a branch.
type Case struct {
	Outcome string
	When    *expr.Expr
}

// Run enters a block: its needs get values, and its end comes back to the edge
// "done". Entry is the block's first state.
type Run struct {
	Block string
	Args  []Set
	Entry string
	Back  string // slot that keeps where to go back to; "" when the block never comes back
}

// Return goes back to where its block was run from: to the state that the slot names.
type Return struct{ Back string }

func (Answer) effect()   {}
func (Reject) effect()   {}
func (HangUp) effect()   {}
func (*Play) effect()    {}
func (*Collect) effect() {}
func (*Lookup) effect()  {}
func (*Connect) effect() {}
func (*Record) effect()  {}
func (*Report) effect()  {}
func (*Do) effect()      {}
func (*Branch) effect()  {}
func (*Run) effect()     {}
func (Return) effect()   {}

// Action is done at once and touches no call. The set is closed.
type Action interface{ action() }

// Set puts a value into a slot.
type Set struct {
	Slot  string
	Value *expr.Expr
	Heard *Part // a prompt that a block is given, in place of a value
}

// Note puts a text into a field of the call result.
type Note struct {
	Field string
	Value *expr.Template
}

// Log writes a line to the session's log.
type Log struct{ Text *expr.Template }

// If carries out the actions of the first case that holds.
type If struct {
	Cases []ActionCase
	Else  []Action
}

// ActionCase is one case of an If.
type ActionCase struct {
	When *expr.Expr
	Do   []Action
}

func (Set) action()  {}
func (Note) action() {}
func (Log) action()  {}
func (*If) action()  {}
