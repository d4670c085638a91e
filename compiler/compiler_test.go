package compiler_test

import (
	"os"
	"strings"
	"testing"

	"github.com/ringflow/ringflow/flow/check"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/golden"
	"github.com/ringflow/ringflow/flow/parse"

	"github.com/ringflow/ringflow/compiler"
	"github.com/ringflow/ringflow/compiler/artifact"
	"github.com/ringflow/ringflow/compiler/ir"
)

func checked(t testing.TB, dir, name string) *check.Program {
	t.Helper()
	var report diag.List
	f := parse.Flow(os.DirFS(dir), name, &report)
	if f == nil {
		t.Fatal("the file was not read")
	}
	p := check.Flow(f, &report)
	if all := report.Sorted(); len(all) > 0 {
		var w strings.Builder
		_ = diag.WriteText(&w, all, nil)
		t.Fatal(w.String())
	}
	return p
}

func build(t testing.TB, dir, name string) *artifact.Artifact {
	t.Helper()
	var report diag.List
	a, err := compiler.Build(checked(t, dir, name), &report)
	if err != nil || report.Failed() {
		t.Fatal(err, report.Sorted())
	}
	return a
}

const example, exampleFlow = "../examples/01-number-masking", "kvs-scenario.flow.yaml"

// TestGolden shows the flow as a machine and as the script that is uploaded.
func TestGolden(t *testing.T) {
	machine, err := compiler.Lower(checked(t, example, exampleFlow))
	if err != nil {
		t.Fatal(err)
	}
	golden.Check(t, "testdata/kvs-scenario.ir", ir.Text(machine))
	golden.Check(t, "testdata/kvs-scenario.js", string(build(t, example, exampleFlow).Script()))
}
