//go:build full

package scenario_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// typescript is the compiler that the types are checked with.
const typescript = "typescript@5.9.3"

// TestTypes checks the sources and their tests against the platform's
// declarations, strictly.
func TestTypes(t *testing.T) {
	cmd := exec.Command("npm", "exec", "--yes", "--package="+typescript, "--", "tsc", "--noEmit", "--strict", "-p", ".")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("npm and tsc are needed for this test: %v\n%s", err, out)
	}
}

// TestEffectsInNode runs the tests of the effects in V8, which must agree with goja.
func TestEffectsInNode(t *testing.T) {
	files, err := filepath.Glob("*_test.ts")
	if err != nil || len(files) == 0 {
		t.Fatalf("no tests of the effects: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(file, "_test.ts"), func(t *testing.T) {
			bundle := filepath.Join(t.TempDir(), "tests.js")
			must(t, os.WriteFile(bundle, []byte(link(t, file)), 0o600))
			out, err := exec.Command("node", "testdata/run.mjs", bundle).CombinedOutput()
			if err != nil {
				t.Fatalf("node is needed for this test: %v\n%s", err, out)
			}
			if !strings.Contains(string(out), " passed") {
				t.Fatalf("nothing ran: %s", out)
			}
		})
	}
}
