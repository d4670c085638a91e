// Package types says what values of the flow language are and who owns them.
//
// A type is a kind (text, phone, a record ...), whether the value may be null,
// and its owners. A value with owners is private: it may be dialled and compared,
// and nothing else. Whatever is computed from private values is owned by all of
// their owners.
package types

import (
	"slices"
	"strings"
)

// Kind is what a value is made of.
type Kind int

// The kinds. Bad is the type of what was reported already: it fits everywhere,
// so that one cause gives one message.
const (
	Bad Kind = iota
	Null
	Text
	Number
	Bool
	Phone    // a phone number; compared by its digits
	URL      // an http or https address
	Email    // a mail address
	Secret   // the name of a secret; its value never enters the flow
	Duration // milliseconds
	Money    // whole minor units of the currency in Name: cents
	Date     // a day of the calendar, as text: 2026-11-24
	Time     // a time of the day, as text: 09:30
	Enum     // one word of a declared set
	Record   // named fields
	List     // any number of values of one type
)

// Simple lists the kinds that are written by their name alone, in the order of the reference.
var Simple = map[string]Kind{
	"text": Text, "number": Number, "bool": Bool, "phone": Phone, "url": URL,
	"email": Email, "secret": Secret, "duration": Duration, "date": Date, "time": Time,
}

// SimpleNames are the keys of Simple, sorted.
func SimpleNames() []string {
	names := make([]string, 0, len(Simple))
	for n := range Simple {
		names = append(names, n)
	}
	slices.Sort(names)
	return names
}

// Type is the type of a value. It is immutable; the zero Type is Bad.
type Type struct {
	Kind     Kind
	Name     string   // of an enumeration, a record or a namespace; the currency of money
	Words    []string // of an enumeration
	Fields   []Field  // of a record
	Elem     *Type    // of a list
	Optional bool     // the value may be null
	Owners   Owners   // whose secret the value is; empty for a public value
}

// Field is one field of a record.
type Field struct {
	Name string
	Type Type
}

// Of returns the plain type of a kind.
func Of(k Kind) Type { return Type{Kind: k} }

// ListOf returns the type of lists of t.
func ListOf(t Type) Type { return Type{Kind: List, Elem: &t} }

// Field returns the type of a record's field.
func (t Type) Field(name string) (Type, bool) {
	for _, f := range t.Fields {
		if f.Name == name {
			return f.Type, true
		}
	}
	return Type{}, false
}

// FieldNames returns the names of a record's fields, in order.
func (t Type) FieldNames() []string {
	names := make([]string, len(t.Fields))
	for i, f := range t.Fields {
		names[i] = f.Name
	}
	return names
}

// Private reports whether the value belongs to somebody.
func (t Type) Private() bool { return len(t.Owners) > 0 }

// With returns the type with more owners.
func (t Type) With(o Owners) Type {
	t.Owners = t.Owners.Join(o)
	return t
}

// Public returns the type without owners.
func (t Type) Public() Type {
	t.Owners = nil
	return t
}

// Required returns the type without null.
func (t Type) Required() Type {
	t.Optional = false
	return t
}

// Same reports whether two values of these types can be compared: kinds and
// names agree. Null, owners and being optional do not matter.
func (t Type) Same(o Type) bool {
	if t.Kind == Bad || o.Kind == Bad {
		return true
	}
	if t.Kind != o.Kind {
		return false
	}
	switch t.Kind {
	case Enum, Record, Money:
		return t.Name == o.Name
	case List:
		return t.Elem.Same(*o.Elem)
	}
	return true
}

// Fits reports whether a value of type t can stand where want is expected,
// owners aside: what a private value may do is the business of privacy.
func (t Type) Fits(want Type) bool {
	switch {
	case t.Kind == Bad || want.Kind == Bad:
		return true
	case t.Kind == Null:
		return want.Optional
	case t.Optional && !want.Optional:
		return false
	case t.Kind == List && want.Kind == List:
		return t.Elem.Fits(*want.Elem)
	}
	return t.Same(want)
}

// String is the type as a flow writes it.
func (t Type) String() string {
	var b strings.Builder
	if t.Optional {
		b.WriteString("optional ")
	}
	if t.Private() {
		b.WriteString("private ")
	}
	switch t.Kind {
	case Bad:
		b.WriteString("unknown")
	case Null:
		b.WriteString("null")
	case Enum, Record:
		b.WriteString(t.Name)
	case Money:
		b.WriteString(strings.TrimSpace("money " + t.Name))
	case List:
		b.WriteString("list")
		if t.Elem.Kind != Bad {
			b.WriteString(" of " + t.Elem.String())
		}
	default:
		for name, k := range Simple {
			if k == t.Kind {
				b.WriteString(name)
			}
		}
	}
	return b.String()
}

// Owners is a sorted set of names: "caller", "orders.courier".
type Owners []string

// Join returns the union of two sets.
func (o Owners) Join(p Owners) Owners {
	if len(o) == 0 {
		return p
	}
	if len(p) == 0 {
		return o
	}
	out := slices.Clone(o)
	for _, name := range p {
		if !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}

func (o Owners) String() string { return strings.Join(o, ", ") }
