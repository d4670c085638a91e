//go:build full

package bundle_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/ringflow/ringflow/compiler/artifact"
	"github.com/ringflow/ringflow/compiler/bundle"
)

// TestNodeAcceptsScripts has V8 parse both forms of a script.
func TestNodeAcceptsScripts(t *testing.T) {
	module, err := os.ReadFile("testdata/masking.js")
	if err != nil {
		t.Fatal(err)
	}
	out, err := bundle.Bundle(bundle.Input{Name: "masking.js", Module: module})
	if err != nil {
		t.Fatal(err)
	}
	for name, body := range map[string][]byte{"readable": out.Body, "minified": out.Minified} {
		t.Run(name, func(t *testing.T) {
			a := artifact.Artifact{Body: body, Manifest: artifact.Manifest{Flow: "masking", Release: artifact.Release(body)}}
			file := filepath.Join(t.TempDir(), "masking.js")
			if err := os.WriteFile(file, a.Script(), 0o600); err != nil {
				t.Fatal(err)
			}
			if out, err := exec.Command("node", "--check", file).CombinedOutput(); err != nil {
				t.Fatalf("node is needed for this test: %v\n%s", err, out)
			}
		})
	}
}
