package check_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/ringflow/ringflow/flow/check"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/parse"
	"github.com/ringflow/ringflow/flow/spec"
)

// TestStumps: while somebody types, every verb stands there without its value, or
// with one of another form, and so does every field. Something is said then, and
// nothing panics.
func TestStumps(t *testing.T) {
	values := []string{"", " []", " {}", " {a: [b]}", " [choose:, if:]", " x", ` ""`}
	for _, v := range spec.Verbs() {
		var steps []string
		for _, value := range values {
			steps = append(steps, v.Name+":"+value, v.Name+":"+value+"\n    on:")
			for _, f := range append(v.Fields, spec.CommonFields()...) {
				steps = append(steps, v.Name+":\n    "+f.Name+":"+value, v.Name+": x\n    "+f.Name+":"+value)
				for _, inner := range f.Fields {
					steps = append(steps, fmt.Sprintf("%s: x\n    %s:\n      %s:%s", v.Name, f.Name, inner.Name, value))
				}
			}
		}
		for _, step := range steps {
			for _, starts := range []string{"incoming", "api"} {
				checkStump(t, starts, step)
			}
		}
	}
}

func checkStump(t *testing.T, starts, step string) {
	t.Helper()
	inner := strings.ReplaceAll(step, "\n", "\n  ")
	text := fmt.Sprintf("ringflow: 1\nflow: demo\nstarts: %s\nlanguage: en-US\nmain:\n  - answer\n  - %s\n  - menu: {text: Press 1.}\n    on:\n      key \"1\":\n        - %s\n  - hangup\nblocks:\n  b:\n    - %s\nfinally:\n  - %s\n",
		starts, step, strings.ReplaceAll(inner, "\n", "\n    "), inner, step)
	defer func() {
		if p := recover(); p != nil {
			t.Fatalf("%v in\n%s", p, text)
		}
	}()
	var report diag.List
	if f := parse.Flow(fstest.MapFS{"a.flow.yaml": {Data: []byte(text)}}, "a.flow.yaml", &report); f != nil {
		check.Flow(f, &report)
	}
}
