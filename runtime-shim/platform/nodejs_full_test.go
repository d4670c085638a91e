//go:build full

package platform_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/ringflow/ringflow/flow/golden"
	"github.com/ringflow/ringflow/runtime-shim/platform"
)

// nodeClient is the official client that the emulator is held to.
const nodeClient = "@voximplant/apiclient-nodejs@4.11.0"

// TestOfficialNodeClient runs the official client, unmodified, through a proxy
// address in its environment. RINGFLOW_NODE_MODULES names a node_modules folder
// that has the client already; without it npm installs one into a new folder.
func TestOfficialNodeClient(t *testing.T) {
	w := newWorld(t, func(o *platform.Options) { o.Now = time.Now }) // the client signs by its own clock
	file := filepath.Join(t.TempDir(), "credentials.json")
	text, err := json.Marshal(w.key)
	must(t, err)
	must(t, os.WriteFile(file, text, 0o600))

	node := exec.CommandContext(t.Context(), "node", filepath.Join("testdata", "nodejs", "session.cjs"), file)
	node.Env = append(os.Environ(), "NODE_PATH="+nodeModules(t), "https_proxy="+w.url, "HTTPS_PROXY=", "no_proxy=", "NO_PROXY=", "VOXIMPLANT_CREDENTIALS=")
	node.Stderr = os.Stderr
	out, err := node.Output()
	must(t, err)
	golden.Check(t, filepath.Join("testdata", "nodejs", "session.out"), string(out))
}

func nodeModules(t *testing.T) string {
	t.Helper()
	if dir := os.Getenv("RINGFLOW_NODE_MODULES"); dir != "" {
		return dir
	}
	dir := t.TempDir()
	npm := exec.CommandContext(t.Context(), "npm", "install", "--no-audit", "--no-fund", "--prefix", dir, nodeClient)
	npm.Dir = dir
	if out, err := npm.CombinedOutput(); err != nil {
		t.Fatalf("npm could not install %s: %v\n%s", nodeClient, err, out)
	}
	return filepath.Join(dir, "node_modules")
}
