package calltest

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/ringflow/ringflow/compiler/ir"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/golden"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// TestGolden shows, for every test file of testdata, what is said of the file,
// or what came of its cases.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.test.yaml")
	if err != nil || len(files) < 6 {
		t.Fatal(files, err)
	}
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) {
			golden.Check(t, strings.TrimSuffix(name, ".test.yaml")+".out", outcome(t, filepath.Base(name), nil))
		})
	}
}

// outcome reads a test file of testdata, plays its cases, and tells all of it.
func outcome(t *testing.T, name string, change func(*ir.Program)) string {
	t.Helper()
	var w strings.Builder
	var report diag.List
	files := os.DirFS("testdata")
	s, err := Read(&Builder{Files: files, Change: change}, name, &report)
	if err != nil {
		t.Fatal(err)
	}
	if err := diag.WriteText(&w, report.Sorted(), nil); err != nil {
		t.Fatal(err)
	}
	if s == nil || report.Failed() {
		return w.String()
	}
	var verdicts []*Verdict
	for _, c := range s.Cases {
		v, err := c.Run(Options{Files: files})
		if err != nil {
			t.Fatal(err)
		}
		verdicts = append(verdicts, v)
		fmt.Fprintf(&w, "== %s: passed %v\n%s", c.Name, v.Passed(), v.Describe())
	}
	if err := WriteJUnit(&w, verdicts); err != nil {
		t.Fatal(err)
	}
	return w.String()
}

// TestInvariants breaks a flow in ways that no expectation of the case looks
// at: what holds in every call is noticed all the same.
func TestInvariants(t *testing.T) {
	for name, c := range map[string]struct {
		want   string
		change func(*ir.Program)
	}{
		"nothing is reported": {"the call was reported 0 times", func(p *ir.Program) {
			p.Finally = ir.End
			p.States = p.States[:len(p.States)-1]
		}},
		"a number is noted": {"a private number reached", func(p *ir.Program) {
			for _, s := range p.States {
				if do, ok := s.Effect.(*ir.Do); ok {
					note := do.Actions[0].(ir.Note)
					note.Value.Parts[0].Hole = callee(p)
					do.Actions[0] = note
				}
			}
		}},
		"a number is spoken": {"a private number reached say", func(p *ir.Program) {
			for _, s := range p.States {
				if play, ok := s.Effect.(*ir.Play); ok && len(play.Parts[0].Say.Parts) > 1 {
					play.Parts[0].Say.Parts[1].Hole = callee(p)
				}
			}
		}},
	} {
		t.Run(name, func(t *testing.T) {
			got := outcome(t, "plain.test.yaml", c.change)
			if !strings.Contains(got, c.want) {
				t.Errorf("it was not noticed:\n%s", got)
			}
		})
	}
	if got := outcome(t, "plain.test.yaml", nil); !strings.Contains(got, "passed true") {
		t.Errorf("the flow as it is does not pass:\n%s", got)
	}
}

// TestPrivateNumbers: every place in which the other party, the log or the
// network could see a private number is looked at.
func TestPrivateNumbers(t *testing.T) {
	const number = "+1 222 222-2222"
	for _, e := range []voxengine.Event{
		{Kind: voxengine.KindSay, Text: number}, {Kind: voxengine.KindDial, CallerID: number}, {Kind: voxengine.KindDial, Display: number},
		{Kind: voxengine.KindGet, Key: number}, {Kind: voxengine.KindHTTP, URL: "http://a.example/?to=" + number}, {Kind: voxengine.KindHTTP, Body: number},
		{Kind: voxengine.KindInfo, Mime: "text/" + number}, {Kind: voxengine.KindStep, ID: number}, {Kind: voxengine.KindStep, Outcome: number},
		{Kind: voxengine.KindFailed, Reason: number}, {Kind: voxengine.KindFinished, Error: number}, {Kind: voxengine.KindTransfer, To: number},
	} {
		if !noticed(e) {
			t.Errorf("nothing is said of %v", e)
		}
	}
	if e := (voxengine.Event{Kind: voxengine.KindDial, To: number}); noticed(e) {
		t.Errorf("the carrier may see %v", e)
	}
}

// TestPrivateReplies: numbers that a server answers with are watched as those of a
// storage are, if the flow declares their fields private.
func TestPrivateReplies(t *testing.T) {
	var report diag.List
	s, err := Read(&Builder{Files: os.DirFS("testdata")}, "outside.test.yaml", &report)
	if err != nil || report.Failed() {
		t.Fatal(err, report.Sorted())
	}
	for _, number := range []string{"13333333333", "14444444444"} { // of the customer, and of a visit in a list
		if !slices.Contains(s.Cases[0].Private, number) {
			t.Errorf("%s is not watched: %v", number, s.Cases[0].Private)
		}
	}
}

func noticed(e voxengine.Event) bool {
	c := &Case{Private: []string{"12222222222"}}
	j := &judge{Verdict: &Verdict{Case: c, Events: []voxengine.Event{e}}}
	j.private()
	return len(j.Failures) == 1
}
