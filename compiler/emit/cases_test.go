package emit

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/dop251/goja"

	"github.com/ringflow/ringflow/flow/expr/exprtest"

	"github.com/ringflow/ringflow/compiler/bundle"
	"github.com/ringflow/ringflow/compiler/ir"
)

// readTable reads the table of cases of package expr: what expressions mean.
func readTable(t *testing.T) exprtest.Table {
	t.Helper()
	return exprtest.Read(t, "../../flow/expr/testdata/cases.json")
}

// casesModule emits every expression of the table as one module.
func casesModule(t *testing.T, table exprtest.Table) string {
	t.Helper()
	scope := table.Scope()
	e := &emitter{p: &ir.Program{}, body: newPrinter(), uses: map[string]bool{}, modules: map[string]bool{}}
	var b strings.Builder
	for _, c := range table.Cases() {
		fmt.Fprintf(&b, "bound.out(() => %s);\n", e.expr(exprtest.Checked(t, c, scope)))
	}
	all := table.Values()
	config, err := json.Marshal(all["config"])
	if err != nil {
		t.Fatal(err)
	}
	delete(all, "config")
	values, err := json.Marshal(all)
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("import { %s } from \"ringflow\";\nVoxEngine.getSecretValue = (name) => (%s)[name];\nconst v = %s;\n%s", strings.Join(sorted(e.uses), ", "), config, values, b.String())
}

// casesScript is one expression of JavaScript: the JSON of all values, in order.
// What JSON would hide, a failure or a value that is not there, becomes a text.
func casesScript(t *testing.T, table exprtest.Table) string {
	t.Helper()
	out, err := bundle.Bundle(bundle.Input{Name: "cases.js", Module: []byte(casesModule(t, table))})
	if err != nil {
		t.Fatal(err)
	}
	return `(function (run) {
  const values = [];
  run({ out: (value) => {
    try {
      const got = value();
      values.push(got === undefined || got !== got ? "no value: " + got : got);
    } catch (error) {
      values.push("failed: " + error);
    }
  } });
  return JSON.stringify(values);
})(
` + strings.TrimSuffix(string(out.Body), ";\n")
}

// sameCases compares the values that an engine gave with the table.
func sameCases(t *testing.T, engine, values string, table exprtest.Table) {
	t.Helper()
	var got []any
	if err := json.Unmarshal([]byte(values), &got); err != nil {
		t.Fatalf("%s gave no values: %v\n%s", engine, err, values)
	}
	cases := table.Cases()
	if len(got) != len(cases) || len(got) < 400 {
		t.Fatalf("%d of %d cases ran in %s", len(got), len(cases), engine)
	}
	for i, c := range cases {
		if !reflect.DeepEqual(got[i], c.Want) {
			t.Errorf("%s = %v in %s, want %v", c, got[i], engine, c.Want)
		}
	}
}

// platform is what the cases need of it; who runs them declares hmac.
const platform = "const VoxEngine = {}, Logger = { write() {} }, Crypto = { hmac_sha256: hmac };\n"

// TestCasesMeanTheSame: emitted JavaScript gives what the evaluator gives, case by case.
func TestCasesMeanTheSame(t *testing.T) {
	table := readTable(t)
	vm := goja.New()
	if err := vm.Set("hmac", func(key, data string) string {
		mac := hmac.New(sha256.New, []byte(key))
		mac.Write([]byte(data))
		return hex.EncodeToString(mac.Sum(nil))
	}); err != nil {
		t.Fatal(err)
	}
	values, err := vm.RunString(platform + casesScript(t, table))
	if err != nil {
		t.Fatal(err)
	}
	sameCases(t, "goja", values.String(), table)
}
