package check_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ringflow/ringflow/flow/check"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/parse"
)

// checkFile runs both stages on a file and renders what they say.
func checkFile(t *testing.T, dir, name string) (*check.Program, string) {
	t.Helper()
	var report diag.List
	var program *check.Program
	if f := parse.Flow(os.DirFS(dir), name, &report); f != nil {
		program = check.Flow(f, &report)
	}
	var w strings.Builder
	if err := diag.WriteText(&w, report.Sorted(), nil); err != nil {
		t.Fatal(err)
	}
	return program, w.String()
}

// TestExamplesAreSilent: every example is checked without a word.
func TestExamplesAreSilent(t *testing.T) {
	flows, err := filepath.Glob("../../examples/*/*.flow.yaml")
	if err != nil || len(flows) == 0 {
		t.Fatal(flows, err)
	}
	for _, f := range flows {
		if _, said := checkFile(t, filepath.Dir(f), filepath.Base(f)); said != "" {
			t.Errorf("%s:\n%s", f, said)
		}
	}
}

// TestBroken shows source and message together for every flow in testdata/broken.
// UPDATE=1 rewrites the messages.
func TestBroken(t *testing.T) {
	flows, err := filepath.Glob("testdata/broken/*.flow.yaml")
	if err != nil || len(flows) < 20 {
		t.Fatal(len(flows), err)
	}
	for _, f := range flows {
		t.Run(strings.TrimSuffix(filepath.Base(f), ".flow.yaml"), func(t *testing.T) {
			_, said := checkFile(t, filepath.Dir(f), filepath.Base(f))
			if !strings.Contains(said, "error[") {
				t.Error("no error was found")
			}
			golden(t, strings.TrimSuffix(f, ".flow.yaml")+".out", said)
		})
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s (UPDATE=1 rewrites it)\ngot:\n%s\nwant:\n%s", name, got, want)
	}
}
