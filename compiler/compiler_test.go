package compiler_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/ringflow/ringflow/flow/check"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/golden"
	"github.com/ringflow/ringflow/flow/parse"
	"github.com/ringflow/ringflow/flow/sample"

	"github.com/ringflow/ringflow/compiler"
	"github.com/ringflow/ringflow/compiler/artifact"
	"github.com/ringflow/ringflow/compiler/emit"
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

// TestTooLarge builds flows that the platform does not take, one of which is so
// long that it is not even linked, and the longest that it takes.
func TestTooLarge(t *testing.T) {
	for name, steps := range map[string]int{"": 350, "large": 500, "huge": 2_000} {
		var report diag.List
		f := parse.Flow(fstest.MapFS{"long.flow.yaml": {Data: []byte(sample.Flow(steps))}}, "long.flow.yaml", &report)
		a, err := compiler.Build(check.Flow(f, &report), &report)
		if err != nil {
			t.Fatal(err)
		}
		if refused := name != ""; refused != (a == nil) || refused != report.Failed() {
			t.Errorf("%d steps: artifact %v, %v", steps, a != nil, report.Sorted())
		}
		if name == "" {
			continue
		}
		var w strings.Builder
		if err := diag.WriteText(&w, report.Sorted(), nil); err != nil {
			t.Fatal(err)
		}
		golden.Check(t, "testdata/"+name+".out", w.String())
	}
}

// TestSizes: the sizes of the states are those of their text in the module.
func TestSizes(t *testing.T) {
	machine, err := compiler.Lower(checked(t, example, exampleFlow))
	if err != nil {
		t.Fatal(err)
	}
	module := emit.Program(machine)
	_, rest, _ := strings.Cut(string(module.Text), "switch (id) {\n")
	for i, s := range machine.States {
		if want := "    case \"" + s.ID + "\":\n"; !strings.HasPrefix(rest, want) {
			t.Fatalf("%s does not start where the one before it ends, but at %.80q", s.ID, rest)
		}
		rest = rest[module.Sizes[i]:]
	}
	if !strings.HasPrefix(rest, "    default:") {
		t.Errorf("the last state ends before %.80q", rest)
	}
}
