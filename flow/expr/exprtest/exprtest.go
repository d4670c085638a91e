// Package exprtest reads the table of cases that says what expressions mean.
// Every reader of the table is a test: the evaluator, and the emitted JavaScript
// in goja and in Node.
package exprtest

import (
	"encoding/json"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/expr"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/types"
)

// Table is the names that cases can use, and the cases by subject.
type Table struct {
	Types  map[string]json.RawMessage // an enumeration is a list of words, a record a mapping of fields
	Names  map[string]Name
	Groups []struct {
		About string
		Cases [][2]any // an expression and its value
	}
}

// Name is a value that cases can name.
type Name struct {
	Type  string
	Value any
}

// Case is one expression and what it is worth.
type Case struct {
	About, Text string
	Want        any
}

func (c Case) String() string { return c.About + ": " + c.Text }

// Read reads the table from a file.
func Read(t testing.TB, path string) Table {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var out Table
	if err := json.Unmarshal(raw, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

// Cases returns all cases in their order.
func (t Table) Cases() []Case {
	var out []Case
	for _, g := range t.Groups {
		for _, c := range g.Cases {
			text, _ := c[0].(string)
			out = append(out, Case{g.About, text, c[1]})
		}
	}
	return out
}

// Values returns the value of each name.
func (t Table) Values() map[string]any {
	out := map[string]any{}
	for name, n := range t.Names {
		out[name] = n.Value
	}
	return out
}

// Scope has every name of the table as a variable of the call.
func (t Table) Scope() Scope {
	s := Scope{}
	for name, n := range t.Names {
		s[name] = &expr.Binding{Name: name, Slot: name, Type: t.Type(n.Type)}
	}
	return s
}

// Type reads a type as flows write it. A private value belongs to whom its type names.
func (t Table) Type(text string) types.Type {
	word, rest, more := strings.Cut(text, " ")
	switch {
	case more && word == "optional":
		out := t.Type(rest)
		out.Optional = true
		return out
	case more && word == "private":
		return t.Type(rest).With(types.Owners{rest})
	case more && word == "money":
		return types.MoneyOf(rest)
	case more:
		return types.ListOf(t.Type(strings.TrimPrefix(rest, "of ")))
	}
	var words []string
	if json.Unmarshal(t.Types[word], &words) == nil {
		return types.Type{Kind: types.Enum, Name: word, Words: words}
	}
	var fields map[string]string
	if json.Unmarshal(t.Types[word], &fields) != nil {
		return types.Of(types.Simple[word])
	}
	out := types.Type{Kind: types.Record, Name: word}
	for _, name := range slices.Sorted(maps.Keys(fields)) {
		out.Fields = append(out.Fields, types.Field{Name: name, Type: t.Type(fields[name])})
	}
	return out
}

// Checked reads and checks a case, in which there is nothing to report.
func Checked(t testing.TB, c Case, scope Scope) *expr.Expr {
	t.Helper()
	e, report := Check(c.Text, scope)
	if all := report.Sorted(); len(all) > 0 {
		t.Fatalf("%s: %s", c, all[0].Message)
	}
	return e
}

// Check reads and checks an expression.
func Check(text string, scope Scope) (*expr.Expr, *diag.List) {
	report := &diag.List{}
	e := expr.Parse(source.PlainText(source.NewFile("expression", text), 0, text), report)
	expr.Check(e, types.Type{}, scope, report)
	return e, report
}

// Scope is a scope of fixed names.
type Scope map[string]*expr.Binding

// Lookup returns what a name stands for.
func (s Scope) Lookup(name string) *expr.Binding { return s[name] }

// NonNull is false: no test stands before the expression.
func (s Scope) NonNull(string) bool { return false }

// Lost returns no place: every name is known on every way.
func (s Scope) Lost(string) source.Span { return source.Span{} }

// Names returns every name, sorted.
func (s Scope) Names() []string { return slices.Sorted(maps.Keys(s)) }
