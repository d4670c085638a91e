// Package ast is the tree of a flow as it was written: every node has its place,
// names are not resolved yet and expressions have no types. The shape of a step
// is the registry's (package spec); there is one node type for all verbs.
package ast

import (
	"github.com/ringflow/ringflow/flow/expr"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/spec"
)

// Ident is a name at a place.
type Ident struct {
	Name string
	At   source.Span
}

// Flow is one file: a flow, or a library when Library has a name.
type Flow struct {
	File      *source.File
	Library   Ident
	Uses      []*Use
	With      []*Flow        // of a flow: the libraries that it rests on, each read by itself, those that others use first
	Sources   []*source.File // every file that was read for it, itself first
	Name      Ident
	Starts    Ident
	ArgsAt    source.Span // of the key `args`
	Args      []Decl      // what a flow that starts by the API is given
	Language  Ident
	Country   Ident // Name "" when not given, as with the others
	Voice     Ident
	Config    []Decl
	Types     []TypeDecl
	Stores    []*Store
	Calendars []*Calendar
	Prompts   []*Prompt
	Unread    bool // the prompts could not be read, which was reported
	Main      *Block
	Blocks    []*Block
	Result    []ResultField
	Finally   *Block      // nil when there is none
	Allow     []Reason    // advice that is not followed
	Languages []*Language // further ones
	Texts     []string    // of a library that is read by itself: the languages of its texts, "" when they stand without one
}

// Decl is a name with the text of a type: `operator: phone`.
type Decl struct {
	Ident
	Type    source.Text
	Default *Default // of a setting or a need, nil when it has to be given
}

// TypeDecl declares an enumeration or a record.
type TypeDecl struct {
	Ident
	Words  []Ident // of an enumeration
	Fields []Decl  // of a record
}

// Store is a key-value store. The key has literal text around its holes.
type Store struct {
	Ident
	KeyAt  source.Span
	Key    []KeyPart
	Fields []Decl
}

// KeyPart is literal text of a key, or a hole with a type.
type KeyPart struct {
	Text string
	Hole *Decl
}

// Prompt is a text by name. Holes are checked where the prompt is used.
type Prompt struct {
	Ident
	Text *expr.Template // nil for a file
	File *expr.Template // the address of a sound file, nil for a text
}

// ResultField is one field of the call result.
type ResultField struct {
	Ident
	Start source.Text
}

// Block is steps with a name: `main`, `finally` or a block of the flow.
type Block struct {
	Ident
	Needs []Decl
	Gives []Decl
	Steps []*Step
}

// Step is one verb with its fields and what follows its outcomes.
type Step struct {
	ID     string      // the path of the step, e.g. "main/gather.order_number"
	At     source.Span // all of it
	VerbAt source.Span
	Verb   *spec.Verb
	Head   *Value // nil when nothing stands behind the verb
	Fields []*Field
	On     []*Handler
	Unread bool  // an outcome under `on:` could not be read, which was reported
	Name   Ident // of `id:`
}

// Field returns the value of a field, nil when it is not given.
func (s *Step) Field(name string) *Value { return fieldOf(s.Fields, name) }

func fieldOf(fields []*Field, name string) *Value {
	for _, f := range fields {
		if f.Name == name {
			return f.Value
		}
	}
	return nil
}

// Field is one field with its value.
type Field struct {
	Ident
	Value *Value
}

// Value is the value of a field; which members are set follows from Kind.
type Value struct {
	Kind    spec.Kind
	At      source.Span
	Text    source.Text    // Name, Word, Keys, Code: as written
	Expr    *expr.Expr     // Expr
	Tmpl    *expr.Template // Text
	Number  float64        // Duration (milliseconds), Count
	Flag    bool           // Flag
	Prompts []*Heard       // Prompt
	Args    []*Arg         // Args
	Notes   []*Note        // Notes, Headers
	Cases   []*Case        // Cases
	Steps   []*Step        // Steps
	Fields  []*Field       // Group
	Reasons []Reason       // Reasons
	Texts   []source.Text  // Texts
	Phrases []*Phrase      // Phrases
	Labels  []Label        // Labels
	Targets []*Value       // Targets: groups of spec.TargetFields
	Decls   []Decl         // Decls
	Bad     bool           // it could not be read, which was reported
}

// Field returns the value of a group's field, nil when it is not given.
func (v *Value) Field(name string) *Value {
	if v == nil {
		return nil
	}
	return fieldOf(v.Fields, name)
}

// Heard is one thing that is heard: exactly one of Prompt, Text, File and Silence.
type Heard struct {
	At      source.Span
	Prompt  Ident // by name
	Args    []*Arg
	Text    *expr.Template
	File    *expr.Expr
	Silence float64 // milliseconds
}

// Arg is a value for a hole, a need or a name.
type Arg struct {
	Ident
	Value *expr.Expr
}

// Note is a value for a result field: a text with holes.
type Note struct {
	Ident
	Value *expr.Template
}

// Case is one case of `choose`; When is nil for `otherwise`.
type Case struct {
	At    source.Span
	KeyAt source.Span // of `when` or `otherwise`
	When  *expr.Expr
	Do    []*Step
	Slug  string // the case in step ids: "when.caller.number-order.courier"
}

// Reason is a named reason to let something out.
type Reason struct {
	Ident
	Text string
}

// Handler is what follows one or several outcomes.
type Handler struct {
	At       source.Span
	Outcomes []Outcome
	Steps    []*Step
}

// Outcome is one outcome as written: a name, or `key "#"`.
type Outcome struct {
	Ident
	Key string // of a key outcome: the key
}

// ID is the outcome in traces and coverage: "busy", "key.#".
func (o Outcome) ID() string {
	if o.Key != "" {
		return "key." + o.Key
	}
	return o.Name
}

// Gives reports whether the use of a prompt has a value for a hole.
func (h *Heard) Gives(hole string) bool {
	for _, a := range h.Args {
		if a.Name == hole {
			return true
		}
	}
	return false
}
