package expr

import (
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/golden"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/types"
)

// caseTable is the table that the evaluator and the emitted JavaScript must agree on.
type caseTable struct {
	Names map[string]struct {
		Type  string
		Value any
	}
	Cases [][2]any
}

func readCases(t *testing.T) caseTable {
	t.Helper()
	raw, err := os.ReadFile("testdata/cases.json")
	if err != nil {
		t.Fatal(err)
	}
	var c caseTable
	if err := json.Unmarshal(raw, &c); err != nil {
		t.Fatal(err)
	}
	return c
}

var side = types.Type{Kind: types.Enum, Name: "Side", Words: []string{"Courier", "Customer"}}

func parseType(s string) types.Type {
	var t types.Type
	words := strings.Fields(s)
	last := words[len(words)-1]
	if last == "Side" {
		t = side
	} else {
		t = types.Of(types.Simple[last])
	}
	for i := len(words) - 2; i >= 0; i-- {
		switch words[i] {
		case "optional":
			t.Optional = true
		case "private":
			t.Owners = types.Owners{last}
		case "of":
			t = types.ListOf(t)
		}
	}
	return t
}

// testScope is a scope of fixed names.
type testScope map[string]*Binding

func (s testScope) Lookup(name string) *Binding { return s[name] }
func (s testScope) NonNull(string) bool         { return false }
func (s testScope) Lost(string) source.Span     { return source.Span{} }
func (s testScope) Names() []string {
	var names []string
	for n := range s {
		names = append(names, n)
	}
	return names
}

func scopeOf(c caseTable) testScope {
	s := testScope{}
	for name, n := range c.Names {
		s[name] = &Binding{Name: name, Type: parseType(n.Type)}
	}
	return s
}

func TestCases(t *testing.T) {
	c := readCases(t)
	scope := scopeOf(c)
	env := Env{Value: func(b *Binding) any { return c.Names[b.Name].Value }}
	for _, tc := range c.Cases {
		text, want := tc[0].(string), tc[1]
		var report diag.List
		e := Parse(source.PlainText(source.NewFile("x", text), 0, text), &report)
		Check(e, types.Type{}, scope, &report)
		if all := report.Sorted(); len(all) > 0 {
			t.Errorf("%s: %s", text, all[0].Message)
			continue
		}
		if got := Eval(e, env); !reflect.DeepEqual(got, want) {
			t.Errorf("%s = %v (%T), want %v", text, got, got, want)
		}
	}
}

// TestMistakes shows source and message together: testdata/mistakes.txt has one
// expression a line and testdata/mistakes.out what is said of it.
func TestMistakes(t *testing.T) {
	c := readCases(t)
	scope := scopeOf(c)
	scope["order"] = &Binding{Name: "order", Type: types.Type{Kind: types.Record, Name: "orders", Optional: true,
		Fields: []types.Field{{Name: "client", Type: parseType("private phone")}, {Name: "note", Type: parseType("optional text")}}}}
	raw, err := os.ReadFile("testdata/mistakes.txt")
	if err != nil {
		t.Fatal(err)
	}
	var w strings.Builder
	for i, line := range strings.Split(strings.TrimSpace(string(raw)), "\n") {
		var report diag.List
		e := Parse(source.PlainText(source.NewFile("expression", line), 0, line), &report)
		typ := Check(e, types.Type{}, scope, &report)
		all := report.Sorted()
		if len(all) != 1 {
			t.Errorf("line %d, %q: %d messages, want one (type %s)", i+1, line, len(all), typ)
		}
		if err := diag.WriteText(&w, all, nil); err != nil {
			t.Fatal(err)
		}
	}
	golden.Check(t, "testdata/mistakes.out", w.String())
}

func TestOwnersFollowTheValue(t *testing.T) {
	scope := scopeOf(readCases(t))
	for text, want := range map[string]string{
		"caller == courier": "phone", "yes && caller == courier": "phone", "caller == courier ? 'a' : 'b'": "phone",
		"n == 7": "", "caller != null": "", "(caller == courier) == yes": "phone",
	} {
		var report diag.List
		e := Parse(source.PlainText(source.NewFile("x", text), 0, text), &report)
		if got := Check(e, types.Type{}, scope, &report).Owners.String(); got != want || report.Failed() {
			t.Errorf("%s: owners %q, want %q", text, got, want)
		}
	}
}

// FuzzParse: nothing panics, every place lies in the text, and what is checked
// without a report can be evaluated.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"a.b[1] ? 'x' : \"y\"", "1.5s + 2", "{x", "f(a, b)", "a == b == c", "!!!-x", "'open", "((((", "x in [1,2,]"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		file := source.NewFile("x", text)
		text = file.Text
		var report diag.List
		e := Parse(source.PlainText(file, 0, text), &report)
		tpl := ParseTemplate(source.PlainText(file, 0, text), &report)
		scope := testScope{"a": {Name: "a", Type: parseType("number")}, "b": {Name: "b", Type: parseType("optional text")}, "x": {Name: "x", Type: parseType("list of text")}}
		for _, e := range append(tpl.Holes(), e) {
			Check(e, types.Type{}, scope, &report)
			e.Walk(func(n *Expr) {
				if n.At.Start < 0 || n.At.End > len(text) || n.At.Start > n.At.End {
					t.Fatalf("place %d-%d of %d bytes", n.At.Start, n.At.End, len(text))
				}
			})
		}
		if !report.Failed() {
			values := map[string]any{"a": 3.0, "b": nil, "x": []any{"p", "q"}}
			_ = fmt.Sprint(Eval(e, Env{Value: func(b *Binding) any { return values[b.Name] }}))
		}
	})
}
