package expr_test

import (
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/expr"
	"github.com/ringflow/ringflow/flow/expr/exprtest"
	"github.com/ringflow/ringflow/flow/golden"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/types"
)

func readTable(t testing.TB) exprtest.Table { return exprtest.Read(t, "testdata/cases.json") }

func TestCases(t *testing.T) {
	table := readTable(t)
	scope, values := table.Scope(), table.Values()
	env := expr.Env{Value: func(b *expr.Binding) any { return values[b.Name] }}
	for _, c := range table.Cases() {
		e, report := exprtest.Check(c.Text, scope)
		if all := report.Sorted(); len(all) > 0 {
			t.Errorf("%s: %s", c, all[0].Message)
			continue
		}
		if got := expr.Eval(e, env); !reflect.DeepEqual(got, c.Want) {
			t.Errorf("%s = %v (%T), want %v", c, got, got, c.Want)
		}
	}
}

// TestCasesAreComplete: the table is long, says nothing twice, and has every
// operation and every function.
func TestCasesAreComplete(t *testing.T) {
	table := readTable(t)
	scope, seen := table.Scope(), map[string]bool{}
	ops, functions := map[expr.Op]bool{}, map[string]bool{}
	for _, c := range table.Cases() {
		if seen[c.Text] {
			t.Errorf("%s is there twice", c)
		}
		seen[c.Text] = true
		exprtest.Checked(t, c, scope).Walk(func(e *expr.Expr) {
			ops[e.Op] = true
			if e.Op == expr.Call {
				functions[e.Value] = true
			}
		})
	}
	if len(seen) < 400 {
		t.Errorf("%d cases, want at least 400", len(seen))
	}
	for op := expr.Bad + 1; op <= expr.Call; op++ {
		if !ops[op] {
			t.Errorf("no case has `%s`", op)
		}
	}
	for _, name := range expr.FunctionNames() {
		if !functions[name] {
			t.Errorf("no case calls `%s`", name)
		}
	}
}

// TestMistakes shows source and message together: testdata/mistakes.txt has one
// expression a line and testdata/mistakes.out what is said of it.
func TestMistakes(t *testing.T) {
	scope := readTable(t).Scope()
	raw, err := os.ReadFile("testdata/mistakes.txt")
	if err != nil {
		t.Fatal(err)
	}
	var w strings.Builder
	for i, line := range strings.Split(strings.TrimSpace(string(raw)), "\n") {
		e, report := exprtest.Check(line, scope)
		all := report.Sorted()
		if len(all) != 1 {
			t.Errorf("line %d, %q: %d messages, want one (type %s)", i+1, line, len(all), e.Type)
		}
		if err := diag.WriteText(&w, all, nil); err != nil {
			t.Fatal(err)
		}
	}
	golden.Check(t, "testdata/mistakes.out", w.String())
}

func TestOwnersFollowTheValue(t *testing.T) {
	scope := readTable(t).Scope()
	for text, want := range map[string]string{
		"caller == courier": "phone", "yes && caller == courier": "phone", "caller == courier ? 'a' : 'b'": "phone",
		"n == 7": "", "caller != null": "", "(caller == courier) == yes": "phone", "[caller][0] == courier": "phone",
		"caller in [courier]": "phone", "text(caller == courier)": "phone", "order.client == courier": "phone",
	} {
		e, report := exprtest.Check(text, scope)
		if got := e.Type.Owners.String(); got != want || report.Failed() {
			t.Errorf("%s: owners %q, want %q", text, got, want)
		}
	}
}

// FuzzParse: nothing panics, every place lies in the text, and what is checked
// without a report can be evaluated.
// readsAlike holds that the place of a node is the node's: its text, read by
// itself, gives the same node again.
func readsAlike(t *testing.T, n *expr.Expr) {
	t.Helper()
	var report diag.List
	again := expr.Parse(source.PlainText(n.At.File, n.At.Start, n.At.Text()), &report)
	if report.Failed() || !alike(n, again) {
		t.Fatalf("%q of %q is another expression when it is read by itself", n.At.Text(), n.At.File.Text)
	}
}

func alike(a, b *expr.Expr) bool {
	return a.Op == b.Op && a.Value == b.Value && a.Number == b.Number && a.NameAt == b.NameAt &&
		slices.EqualFunc(a.Args, b.Args, alike)
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"a.b[1] ? 'x' : \"y\"", "1.5s + 2", "{x", "f(a, b)", "a == b == c", "!!!-x", "'open", "((((", "x in [1,2,]"} {
		f.Add(s)
	}
	table := readTable(f)
	for _, c := range table.Cases() {
		f.Add(c.Text)
	}
	scope, values := table.Scope(), table.Values()
	f.Fuzz(func(t *testing.T, text string) {
		file := source.NewFile("x", text)
		text = file.Text
		var report diag.List
		e := expr.Parse(source.PlainText(file, 0, text), &report)
		if !report.Failed() {
			e.Walk(func(n *expr.Expr) { readsAlike(t, n) })
		}
		tpl := expr.ParseTemplate(source.PlainText(file, 0, text), &report)
		for _, e := range append(tpl.Holes(), e) {
			expr.Check(e, types.Type{}, scope, &report)
			e.Walk(func(n *expr.Expr) {
				if n.At.Start < 0 || n.At.End > len(text) || n.At.Start > n.At.End {
					t.Fatalf("place %d-%d of %d bytes", n.At.Start, n.At.End, len(text))
				}
			})
		}
		if !report.Failed() {
			_ = fmt.Sprint(expr.Eval(e, expr.Env{Value: func(b *expr.Binding) any { return values[b.Name] }}))
		}
	})
}
