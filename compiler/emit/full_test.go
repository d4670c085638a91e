//go:build full

package emit

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

const nodeHMAC = `const hmac = (key, data) => require("crypto").createHmac("sha256", key).update(data).digest("hex");
`

// TestCasesMeanTheSameInNode: V8 gives what the evaluator gives, case by case.
func TestCasesMeanTheSameInNode(t *testing.T) {
	table := readTable(t)
	file := filepath.Join(t.TempDir(), "cases.js")
	if err := os.WriteFile(file, []byte(nodeHMAC+platform+"console.log("+casesScript(t, table)+");\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	values, err := exec.Command("node", file).Output()
	if err != nil {
		t.Fatalf("node is needed for this test: %v", err)
	}
	sameCases(t, "Node", string(values), table)
}
