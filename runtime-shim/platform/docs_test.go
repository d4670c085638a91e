package platform

import (
	"encoding/json"
	"os"
	"regexp"
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

// The documentation names every emulated method.
func TestDocsAreComplete(t *testing.T) {
	docs := readDocs(t)
	for name := range methods() {
		if !regexp.MustCompile(`\b` + name + `\b`).MatchString(docs) {
			t.Errorf("%s is not in docs/emulator.md", name)
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
	takesCall(t, call[1])
}

func takesCall(t *testing.T, sample string) {
	t.Helper()
	var c callRequest
	if err := json.Unmarshal([]byte(sample), &c); err != nil {
		t.Fatal(err)
	}
	c.Story.To = c.To
	if _, err := phone.NewCast(c.Story); err != nil || len(c.Story.Steps) != 3 {
		t.Errorf("%d steps: %v", len(c.Story.Steps), err)
	}
}

// The examples of RF6405 and RF6408 are what the emulator takes.
func TestExamplesOfErrorKinds(t *testing.T) {
	examples := map[string]string{}
	for _, kind := range ErrorKinds() {
		examples[kind.Code] = kind.Right
	}
	takesCall(t, examples[codeBody])
	var faults []Fault
	if err := json.Unmarshal([]byte(examples[codeFault]), &faults); err != nil || len(faults) != 2 {
		t.Fatalf("%d faults: %v", len(faults), err)
	}
	for _, fault := range faults {
		if err := fault.validate(); err != nil {
			t.Error(err)
		}
	}
}
