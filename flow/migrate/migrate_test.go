package migrate_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ringflow/ringflow/flow/check"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/golden"
	"github.com/ringflow/ringflow/flow/migrate"
	"github.com/ringflow/ringflow/flow/parse"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/spec"
	"testing/fstest"
)

// TestGolden migrates every file of testdata: what comes out is beside it as NAME.new,
// is checked without a word, keeps every comment, and is not changed again.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.yaml")
	if err != nil || len(files) < 4 {
		t.Fatal(len(files), err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			raw, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var report diag.List
			text, made, ok := migrate.File(source.NewFile(filepath.Base(file), string(raw)), &report)
			var out strings.Builder
			for _, m := range made {
				from := m.At.From()
				fmt.Fprintf(&out, "%d:%d %s\n", from.Line, from.Column, m.What)
			}
			if !ok {
				if err := diag.WriteText(&out, report.Sorted(), nil); err != nil {
					t.Fatal(err)
				}
				golden.Check(t, file+".new", out.String())
				return
			}
			golden.Check(t, file+".new", out.String()+"----\n"+text)
			if a, b := strings.Count(string(raw), "#"), strings.Count(text, "#"); a != b {
				t.Errorf("%d comments became %d", a, b)
			}
			if again, made, ok := migrate.File(source.NewFile(file, text), &report); !ok || len(made) > 0 || again != text {
				t.Errorf("it is changed again: %v", made)
			}
			if strings.HasSuffix(file, ".flow.yaml") {
				flow := parse.Flow(fstest.MapFS{"a.flow.yaml": {Data: []byte(text)}}, "a.flow.yaml", &report)
				check.Flow(flow, &report)
			}
			for _, d := range report.Sorted() {
				t.Errorf("%s: %s", d.Code, d.Message)
			}
		})
	}
}

// TestStepsAreAChain: they lead from one version to the next, up to today's.
func TestStepsAreAChain(t *testing.T) {
	steps := migrate.Steps()
	for i, s := range steps {
		if i > 0 && steps[i-1].To != s.From {
			t.Errorf("nothing leads from %s to %s", steps[i-1].To, s.From)
		}
		if s.Doc == "" {
			t.Errorf("the step from %s does not say what changed", s.From)
		}
	}
	if last := steps[len(steps)-1].To; last != spec.Version {
		t.Errorf("the last step leads to %s, the language is %s", last, spec.Version)
	}
}
