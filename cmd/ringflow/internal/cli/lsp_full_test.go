//go:build full

package cli_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/ringflow/ringflow/flow/golden"
)

// The client side of the protocol, as editors have it.
var languageClient = []string{"vscode-languageserver-protocol@3.17.5", "vscode-jsonrpc@8.2.0"}

// TestEditor drives `ringflow lsp` by the protocol's own client, over standard
// input and output. RINGFLOW_NODE_MODULES names a node_modules folder that has the
// client already; without it npm installs one into a new folder.
func TestEditor(t *testing.T) {
	modules := nodeModules(t)
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/full",
		RequireExplicitExec: true,
		UpdateScripts:       golden.Updating(),
		Setup: func(env *testscript.Env) error {
			env.Setenv("NODE_PATH", modules)
			return nil
		},
	})
}

func nodeModules(t *testing.T) string {
	t.Helper()
	if dir := os.Getenv("RINGFLOW_NODE_MODULES"); dir != "" {
		if _, err := os.Stat(filepath.Join(dir, "vscode-languageserver-protocol")); err == nil {
			return dir
		}
	}
	dir := t.TempDir()
	npm := exec.CommandContext(t.Context(), "npm", append([]string{"install", "--no-audit", "--no-fund", "--prefix", dir}, languageClient...)...)
	npm.Dir = dir
	if out, err := npm.CombinedOutput(); err != nil {
		t.Fatalf("npm could not install %v: %v\n%s", languageClient, err, out)
	}
	return filepath.Join(dir, "node_modules")
}
