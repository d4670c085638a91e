// Package body reads JSON that others send: strictly, with every problem at
// once, and without ever repeating a value. A reader asks an Object for the
// fields it knows; what nobody asked for is a problem too.
package body

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/ringflow/ringflow/controlplane"
)

// Object is one JSON object. Its methods note what is wrong and go on; Done
// says whether anything was.
type Object struct {
	at       string // JSON pointer of the object, "" for the body itself
	fields   map[string]json.RawMessage
	order    []string
	asked    []string
	children []*Object
	problems *[]controlplane.FieldProblem
}

// Parse reads the outermost object. It fails with a Problem when raw is not one
// JSON object and nothing else.
func Parse(raw []byte) (*Object, error) {
	o := &Object{problems: new([]controlplane.FieldProblem)}
	if err := o.read(raw); err != nil {
		return nil, &controlplane.Problem{Code: controlplane.CodeNotJSON, Detail: notJSON(raw, err)}
	}
	return o, nil
}

// notJSON says what is wrong with the text of a body, by position only: the
// parser's own message may quote what was sent.
func notJSON(raw []byte, err error) string {
	var syntax *json.SyntaxError
	switch {
	case len(bytes.TrimSpace(raw)) == 0:
		return "the body is empty; wanted a JSON object"
	case errors.As(err, &syntax):
		line := 1 + bytes.Count(raw[:min(int(syntax.Offset), len(raw))], []byte("\n"))
		return "the JSON ends or breaks in line " + strconv.Itoa(line) + ", after byte " + strconv.Itoa(int(syntax.Offset))
	default:
		return "wanted one JSON object and nothing behind it"
	}
}

var errShape = errors.New("not one object")

func (o *Object) read(raw []byte) error {
	dec := json.NewDecoder(bytes.NewReader(raw))
	if t, err := dec.Token(); err != nil {
		return err
	} else if t != json.Delim('{') {
		return errShape
	}
	o.fields = map[string]json.RawMessage{}
	for dec.More() {
		t, err := dec.Token()
		if err != nil {
			return err
		}
		var value json.RawMessage
		if err := dec.Decode(&value); err != nil {
			return err
		}
		o.add(t.(string), value)
	}
	if _, err := dec.Token(); err != nil {
		return err
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return errShape
	}
	return nil
}

func (o *Object) add(name string, value json.RawMessage) {
	if _, twice := o.fields[name]; twice {
		o.Want(name, "the field once; it stands in the object twice")
		return
	}
	o.fields[name] = value
	o.order = append(o.order, name)
}

// Has reports whether the object has the field, null not counting.
func (o *Object) Has(name string) bool {
	v, ok := o.fields[name]
	return ok && string(v) != "null"
}

// Want notes what is wanted of a field.
func (o *Object) Want(name, want string) {
	*o.problems = append(*o.problems, controlplane.FieldProblem{Pointer: o.pointer(name), Want: want})
}

// pointer escapes as RFC 6901 demands. A name that could be somebody's number is masked.
func (o *Object) pointer(name string) string {
	const longest = 64
	if len(name) > longest {
		name = name[:longest]
	}
	escaped := strings.NewReplacer("~", "~0", "/", "~1").Replace(controlplane.Scrub(strings.ToValidUTF8(name, "?")))
	return o.at + "/" + escaped
}

// Text returns a field that is a text, "" when it is missing or something else.
// When need says what is wanted, a missing and an empty text are problems.
func (o *Object) Text(name, need string) string {
	text := read[string](o, name, need, "a text")
	if need != "" && string(o.fields[name]) == `""` {
		o.Want(name, need)
	}
	return text
}

// Int returns a field that is a whole number.
func (o *Object) Int(name, need string) int64 { return read[int64](o, name, need, "a whole number") }

// Texts returns a field that is a list of texts.
func (o *Object) Texts(name, need string) []string {
	return read[[]string](o, name, need, "a list of texts")
}

// Time returns a field that is a moment (RFC 3339).
func (o *Object) Time(name, need string) time.Time {
	text := read[string](o, name, need, "a moment such as 2030-01-31T12:00:00Z")
	if text == "" {
		return time.Time{}
	}
	t, err := time.Parse(time.RFC3339, text)
	if err != nil {
		o.Want(name, "a moment such as 2030-01-31T12:00:00Z")
	}
	return t
}

// Child returns a field that is an object, nil when it is missing or something else.
func (o *Object) Child(name string) *Object {
	o.asked = append(o.asked, name)
	if !o.Has(name) {
		return nil
	}
	return o.child(name, o.fields[name])
}

// Children returns a field that is a list of objects.
func (o *Object) Children(name string) []*Object {
	var out []*Object
	for i, raw := range read[[]json.RawMessage](o, name, "", "a list of objects") {
		if c := o.child(name+"/"+strconv.Itoa(i), raw); c != nil {
			out = append(out, c)
		}
	}
	return out
}

func (o *Object) child(name string, raw json.RawMessage) *Object {
	c := &Object{at: o.at + "/" + name, problems: o.problems}
	if err := c.read(raw); err != nil {
		*o.problems = append(*o.problems, controlplane.FieldProblem{Pointer: c.at, Want: "an object"})
		return nil
	}
	o.children = append(o.children, c)
	return c
}

func read[T any](o *Object, name, need, kind string) (v T) {
	o.asked = append(o.asked, name)
	switch {
	case !o.Has(name) && need != "":
		o.Want(name, need)
	case !o.Has(name):
	case json.Unmarshal(o.fields[name], &v) != nil:
		if need == "" {
			need = kind
		}
		o.Want(name, need)
		v = *new(T)
	}
	return v
}

// Done returns a Problem that lists everything that was found wrong, and every
// field that nobody asked for, in the order of the pointers; nil when all is well.
func (o *Object) Done() error {
	o.unknown()
	if len(*o.problems) == 0 {
		return nil
	}
	slices.SortStableFunc(*o.problems, func(a, b controlplane.FieldProblem) int { return strings.Compare(a.Pointer, b.Pointer) })
	return &controlplane.Problem{Code: controlplane.CodeFields, Fields: *o.problems}
}

func (o *Object) unknown() {
	for _, name := range o.order {
		if !slices.Contains(o.asked, name) {
			known := slices.Clone(o.asked)
			slices.Sort(known)
			o.Want(name, "no such field; known here: "+strings.Join(slices.Compact(known), ", "))
		}
	}
	for _, c := range o.children {
		c.unknown()
	}
}
