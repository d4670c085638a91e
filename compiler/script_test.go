package compiler_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/go-sourcemap/sourcemap"
)

// TestScriptIsTraced: every statement of a flow's own JavaScript leads from the
// script that is uploaded to its line in the flow.
func TestScriptIsTraced(t *testing.T) {
	const dir, flow = "../flow/check/testdata/good", "words_by_script.flow.yaml"
	a := build(t, dir, flow)
	m, err := sourcemap.Parse("", a.Map)
	if err != nil {
		t.Fatal(err)
	}
	source := strings.Split(checked(t, dir, flow).Flow.File.Text, "\n")
	for _, statement := range []string{"const seen = {};", "seen[digit] =", "+= Number(digit);", "const parts =", "parts[0].digit : null"} {
		found := false
		for i, line := range bytes.Split(a.Script(), []byte("\n")) {
			column := bytes.Index(line, []byte(statement))
			if column < 0 {
				continue
			}
			found = true
			file, _, at, _, ok := m.Source(i+1, column)
			if !ok || file != flow || !strings.Contains(source[at-1], statement) {
				t.Errorf("%s leads to %s:%d, %v", statement, file, at, ok)
			}
		}
		if !found {
			t.Errorf("%s is not in the script", statement)
		}
	}
}
