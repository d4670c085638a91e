// Package expr is the expression language of flows: a small typed subset of what
// looks like JavaScript. An expression is parsed from a source.Text (so every
// place is a place in the YAML file), checked against a Scope, and then either
// evaluated here or emitted by the compiler; cases_test.go holds the one table of
// cases that both must agree on.
package expr

import (
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/types"
)

// Op says what an expression does.
type Op int

// The operations. Operands are in Args, in the order in which they are written.
const (
	Bad      Op = iota // could not be read or checked; already reported
	Text               // 'x': Value
	Number             // 1.5: Number
	Bool               // true: Number is 1 or 0
	Null               // null
	Duration           // 1.5s: Number in milliseconds
	Money              // 12.50 EUR: Number in minor units, Value is the currency
	Date               // 2026-11-24: Value
	Time               // 09:30: Value
	Name               // x
	Word               // a word of an enumeration: Value
	Field              // a.x: Value is the field
	Index              // a[i]
	List               // [a, b]
	Not                // !a
	Neg                // -a
	Add                // a + b
	Sub                // a - b
	Mul                // a * b
	Mod                // a % b
	Eq                 // a == b
	Ne                 // a != b
	Lt                 // a < b
	Le                 // a <= b
	Gt                 // a > b
	Ge                 // a >= b
	In                 // a in b
	And                // a && b
	Or                 // a || b
	Cond               // a ? b : c
	Call               // f(a, b): Value is the function
)

// Expr is one node of an expression. Check fills Type and Binding.
type Expr struct {
	Op      Op
	At      source.Span // the whole expression
	NameAt  source.Span // the name of a Name, Field or Call
	Value   string
	Number  float64
	Args    []*Expr
	Type    types.Type
	Binding *Binding // what a Name stands for
}

// Binding is what a name stands for.
type Binding struct {
	Kind BindingKind
	Name string // as declared; unique among the bindings of one kind and block
	Slot string // of a Local: the variable of the running call that holds it
	Type types.Type
	At   source.Span // of the declaration, for second labels
}

// BindingKind says where a value lives.
type BindingKind int

// The places a value can live in.
const (
	Local    BindingKind = iota // bound by a step or given to a block
	Config                      // the environment's settings
	Result                      // the call result so far
	Caller                      // facts about the caller
	CallFact                    // facts about the call
)

// Path returns "a.b.c[0]" for a name or a chain of fields and fixed places, ""
// for anything else.
func (e *Expr) Path() string {
	switch e.Op {
	case Name:
		return e.Value
	case Field:
		if p := e.Args[0].Path(); p != "" {
			return p + "." + e.Value
		}
	case Index:
		if p, i := e.Args[0].Path(), e.Args[1]; p != "" && i.Op == Number {
			return p + "[" + Show(i.Number) + "]"
		}
	}
	return ""
}

// Walk visits an expression and everything in it, parents first.
func (e *Expr) Walk(visit func(*Expr)) {
	if e == nil {
		return
	}
	visit(e)
	for _, a := range e.Args {
		a.Walk(visit)
	}
}
