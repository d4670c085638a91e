package platform

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/ringflow/ringflow/runtime-shim/phone"
)

func readDocs(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../../docs/emulator.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// The documentation names every emulated method, and every error code of this
// package and of the command.
func TestDocsAreComplete(t *testing.T) {
	docs := readDocs(t)
	for name := range methods() {
		if !regexp.MustCompile(`\b` + name + `\b`).MatchString(docs) {
			t.Errorf("%s is not in docs/emulator.md", name)
		}
	}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range append(files, "../../cmd/ringflow/internal/cli/cmd_emulator.go") {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, code := range regexp.MustCompile(`RF64\d\d`).FindAllString(string(source), -1) {
			if !strings.Contains(docs, "| "+code+" |") {
				t.Errorf("%s of %s is not in docs/emulator.md", code, file)
			}
		}
	}
}

// The samples of the documentation are what the emulator takes.
func TestSamplesOfTheDocs(t *testing.T) {
	docs := readDocs(t)
	p, err := New(Options{Pace: Jump})
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	sample := regexp.MustCompile("(?s)```json\n(.*?)```").FindStringSubmatch(docs)
	var faults []Fault
	if err := json.Unmarshal([]byte(sample[1]), &faults); err != nil {
		t.Fatal(err)
	}
	if err := p.SetFaults(faults...); err != nil || len(faults) != 2 {
		t.Errorf("%d faults: %v", len(faults), err)
	}
	call := regexp.MustCompile(`(?s)-d '(.*?)'`).FindStringSubmatch(docs)
	var c callRequest
	if err := json.Unmarshal([]byte(call[1]), &c); err != nil {
		t.Fatal(err)
	}
	c.Story.To = c.To
	if _, err := phone.NewCast(c.Story); err != nil || len(c.Story.Steps) != 3 {
		t.Errorf("%d steps: %v", len(c.Story.Steps), err)
	}
}
