package compiler_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/ringflow/ringflow/compiler"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/golden"
)

// TestScriptTooLarge: a flow beyond the platform's limit is told so, with the
// blocks that take the most room. The number of bytes changes with every change
// of the emitter and is left out.
func TestScriptTooLarge(t *testing.T) {
	dir := t.TempDir()
	text := "ringflow: 1\nflow: demo\nstarts: incoming\nlanguage: en-US\nprompts: {hi: Hello.}\nmain:\n  - answer\n  - run: long\n  - hangup\nblocks:\n  long:\n" +
		strings.Repeat("    - play: hi\n", 2000)
	if err := os.WriteFile(filepath.Join(dir, "demo.flow.yaml"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	var report diag.List
	if _, err := compiler.Build(checked(t, dir, "demo.flow.yaml"), &report); err != nil {
		t.Fatal(err)
	}
	var said strings.Builder
	if err := diag.WriteText(&said, report.Sorted(), nil); err != nil {
		t.Fatal(err)
	}
	golden.Check(t, "testdata/script_too_large.out", regexp.MustCompile(`have \d+ bytes`).ReplaceAllString(said.String(), "have N bytes"))
}
