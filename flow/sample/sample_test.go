package sample_test

import (
	"strconv"
	"testing"
	"testing/fstest"

	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/check"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/parse"
	"github.com/ringflow/ringflow/flow/sample"
)

// TestFlow: a flow has the steps that it was asked for, and nothing is said of it.
func TestFlow(t *testing.T) {
	for _, want := range []int{200, 201, 999, 1000, 10_000} {
		t.Run(strconv.Itoa(want), func(t *testing.T) {
			var report diag.List
			files := fstest.MapFS{"long.flow.yaml": {Data: []byte(sample.Flow(want))}}
			f := parse.Flow(files, "long.flow.yaml", &report)
			check.Flow(f, &report)
			for i, d := range report.Sorted() {
				if i < 5 {
					t.Errorf("line %d: %s: %s", d.At.From().Line, d.Code, d.Message)
				}
			}
			steps := 0
			for _, b := range f.All() {
				ast.Walk(b.Steps, func(*ast.Step) { steps++ })
			}
			if steps != want {
				t.Errorf("%d steps", steps)
			}
		})
	}
}
