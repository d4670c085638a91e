package emit

import (
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/dop251/goja"

	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/expr"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/types"

	"github.com/ringflow/ringflow/compiler/bundle"
	"github.com/ringflow/ringflow/compiler/ir"
)

// table is the table of cases of package expr: what expressions mean.
type table struct {
	Names map[string]struct {
		Type  string
		Value any
	}
	Cases [][2]any
}

func readTable(t *testing.T) table {
	t.Helper()
	raw, err := os.ReadFile("../../flow/expr/testdata/cases.json")
	if err != nil {
		t.Fatal(err)
	}
	var c table
	if err := json.Unmarshal(raw, &c); err != nil {
		t.Fatal(err)
	}
	return c
}

// scope has the names of the table as variables of a call.
type scope map[string]*expr.Binding

func (s scope) Lookup(name string) *expr.Binding { return s[name] }
func (s scope) Names() []string                  { return nil }
func (s scope) NonNull(string) bool              { return false }
func (s scope) Lost(string) source.Span          { return source.Span{} }

func typeNamed(s string) types.Type {
	words := strings.Fields(s)
	last := words[len(words)-1]
	t := types.Of(types.Simple[last])
	if last == "Side" {
		t = types.Type{Kind: types.Enum, Name: "Side", Words: []string{"Courier", "Customer"}}
	}
	for i := len(words) - 2; i >= 0; i-- {
		switch words[i] {
		case "optional":
			t.Optional = true
		case "of":
			t = types.ListOf(t)
		}
	}
	return t
}

// casesModule emits every expression of the table as one module.
func casesModule(t *testing.T, c table) string {
	t.Helper()
	names := scope{}
	for name, n := range c.Names {
		names[name] = &expr.Binding{Name: name, Slot: name, Type: typeNamed(n.Type)}
	}
	e := &emitter{p: &ir.Program{}, body: newPrinter(), uses: map[string]bool{}, modules: map[string]bool{}}
	var b strings.Builder
	for i, tc := range c.Cases {
		text := tc[0].(string)
		var report diag.List
		x := expr.Parse(source.PlainText(source.NewFile("x", text), 0, text), &report)
		expr.Check(x, types.Type{}, names, &report)
		if report.Failed() {
			t.Fatalf("%s: %s", text, report.Sorted()[0].Message)
		}
		fmt.Fprintf(&b, "bound.out(%d, %s);\n", i, e.expr(x))
	}
	values := map[string]any{}
	for name, n := range c.Names {
		values[name] = n.Value
	}
	raw, err := json.Marshal(values)
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("import { %s } from \"ringflow\";\nconst v = %s;\n%s", strings.Join(sorted(e.uses), ", "), raw, b.String())
}

// TestCasesMeanTheSame: emitted JavaScript gives what the evaluator gives, case by case.
func TestCasesMeanTheSame(t *testing.T) {
	c := readTable(t)
	out, err := bundle.Bundle(bundle.Input{Name: "cases.js", Module: []byte(casesModule(t, c))})
	if err != nil {
		t.Fatal(err)
	}
	vm := goja.New()
	seen := 0
	collect := func(call goja.FunctionCall) goja.Value {
		i := int(call.Argument(0).ToInteger())
		got := plain(t, vm, call.Argument(1))
		if want := c.Cases[i][1]; !reflect.DeepEqual(got, want) {
			t.Errorf("%s = %v in JavaScript, want %v", c.Cases[i][0], got, want)
		}
		seen++
		return goja.Undefined()
	}
	if err := vm.Set("out", collect); err != nil {
		t.Fatal(err)
	}
	if _, err := vm.RunString("(function (run) { run({ out }); })(\n" + string(out.Body)); err != nil {
		t.Fatal(err)
	}
	if seen != len(c.Cases) || seen < 80 {
		t.Errorf("%d of %d cases ran", seen, len(c.Cases))
	}
}

// plain turns a value into what JSON would give.
func plain(t *testing.T, vm *goja.Runtime, v goja.Value) any {
	t.Helper()
	raw, err := json.Marshal(v.Export())
	if err != nil {
		t.Fatal(err)
	}
	var out any
	if err := json.Unmarshal(raw, &out); err != nil {
		t.Fatal(err)
	}
	return out
}
