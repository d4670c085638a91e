// Package examples_test builds, tests and proves every example.
package examples_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ringflow/ringflow/compiler/ir"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/golden"
	"github.com/ringflow/ringflow/runtime-shim/calltest"
	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// folders are the examples, as folders with tests in them.
func folders(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("*/*.test.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	var out []string
	for _, f := range files {
		if dir := filepath.Dir(f); len(out) == 0 || out[len(out)-1] != dir {
			out = append(out, dir)
		}
	}
	return out
}

// suites reads every test file of a folder.
func suites(t *testing.T, dir string, change func(*ir.Program)) []*calltest.Suite {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.test.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	b := &calltest.Builder{Files: os.DirFS(dir), Change: change}
	var out []*calltest.Suite
	for _, f := range files {
		var report diag.List
		s, err := calltest.Read(b, filepath.Base(f), &report)
		if all := report.Sorted(); err != nil || len(all) > 0 || s == nil {
			var w strings.Builder
			_ = diag.WriteText(&w, all, nil)
			t.Fatalf("%s: %v\n%s", f, err, w.String())
		}
		out = append(out, s)
	}
	return out
}

// TestCalls plays the calls of every example.
func TestCalls(t *testing.T) {
	for _, dir := range folders(t) {
		for _, s := range suites(t, dir, nil) {
			for _, c := range s.Cases {
				t.Run(dir+"/"+c.Name, func(t *testing.T) {
					v := play(t, c, calltest.Options{Files: os.DirFS(dir)})
					if !v.Passed() && golden.Updating() && c.Expect.Golden != "" {
						if err := os.WriteFile(filepath.Join(dir, c.Expect.Golden), []byte(v.Trace()), 0o644); err != nil {
							t.Fatal(err)
						}
						v = play(t, c, calltest.Options{Files: os.DirFS(dir)})
					}
					if !v.Passed() {
						t.Error(v.Describe())
					}
				})
			}
		}
	}
}

func play(t *testing.T, c *calltest.Case, opts calltest.Options) *calltest.Verdict {
	t.Helper()
	v, err := c.Run(opts)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// TestEverySwitch plays the calls of every example under every setting of every
// unverified fact: nothing here may depend on one.
func TestEverySwitch(t *testing.T) {
	for _, dir := range folders(t) {
		all := suites(t, dir, nil)
		for _, sw := range facts.Switches() {
			for _, setting := range sw.Settings[1:] {
				t.Run(fmt.Sprintf("%s/%s=%s", dir, sw.ID, setting), func(t *testing.T) {
					for _, s := range all {
						for _, c := range s.Cases {
							if v := play(t, c, calltest.Options{Switches: facts.Settings{sw.ID: setting}}); !v.Passed() {
								t.Errorf("%s\n%s", c.Name, v.Describe())
							}
						}
					}
				})
			}
		}
	}
}

// TestEveryOutcomeIsTaken: no outcome of a flow is without a call that takes it.
func TestEveryOutcomeIsTaken(t *testing.T) {
	for _, dir := range folders(t) {
		coverage := map[*ir.Program]*calltest.Coverage{}
		for _, s := range suites(t, dir, nil) {
			machine := s.Subject.Machine
			if machine == nil {
				continue
			}
			if coverage[machine] == nil {
				coverage[machine] = calltest.NewCoverage(machine)
			}
			for _, c := range s.Cases {
				coverage[machine].Add(play(t, c, calltest.Options{}).Events)
			}
		}
		for _, c := range coverage {
			gaps, total := c.Gaps()
			for _, g := range gaps {
				t.Errorf("%s: no call takes %s of %s (line %d)", dir, g.Outcome, g.State, g.At.From().Line)
			}
			t.Logf("%s: %d of %d outcomes taken", dir, total-len(gaps), total)
		}
	}
}

// TestRemovedEdgesAreNoticed removes what is written under `on:`, one outcome
// after the other: the call is over there, or the notes are not taken. At least
// one call of the example must fail each time.
func TestRemovedEdgesAreNoticed(t *testing.T) {
	for _, dir := range folders(t) {
		machine := suites(t, dir, nil)[0].Subject.Machine
		if machine == nil {
			continue
		}
		removals := 0
		for _, s := range machine.States {
			for i, e := range s.Edges {
				if !e.At.Known() || isBranch(s) {
					continue
				}
				removals++
				noticed(t, dir, s.ID+" "+e.Outcome, func(p *ir.Program) { p.State(s.ID).Edges[i].To = ir.End; prune(p) })
			}
			for i, h := range s.Hooks {
				removals++
				noticed(t, dir, s.ID+" "+h.Outcome, func(p *ir.Program) { p.State(s.ID).Hooks[i].Do = nil })
			}
		}
		t.Logf("%s: %d outcomes removed one by one", dir, removals)
	}
}

func isBranch(s *ir.State) bool { _, is := s.Effect.(*ir.Branch); return is }

// prune removes states that nothing leads to any more; what is left is a valid machine.
func prune(p *ir.Program) {
	for changed := true; changed; {
		changed = false
		reached := map[string]bool{p.Start: true, p.Finally: true}
		for _, s := range p.States {
			for _, e := range s.Edges {
				reached[e.To] = true
			}
			if r, ok := s.Effect.(*ir.Run); ok {
				reached[r.Entry] = true
			}
		}
		kept := p.States[:0:0]
		for _, s := range p.States {
			if reached[s.ID] {
				kept = append(kept, s)
			} else {
				changed = true
			}
		}
		p.States = kept
	}
}

func noticed(t *testing.T, dir, what string, change func(*ir.Program)) {
	t.Helper()
	for _, s := range suites(t, dir, change) {
		for _, c := range s.Cases {
			if v := play(t, c, calltest.Options{}); !v.Passed() {
				return
			}
		}
	}
	t.Errorf("%s: no call fails without %s", dir, what)
}

// TestRestsAreSwitches: an unverified fact that a certificate names can be
// decided either way, so that TestEverySwitch proves the flow without it.
func TestRestsAreSwitches(t *testing.T) {
	for _, dir := range folders(t) {
		for _, s := range suites(t, dir, nil) {
			if s.Subject.Program == nil { // scripts have no certificate
				continue
			}
			for _, fact := range s.Subject.Program.Rests {
				if _, ok := facts.LookupSwitch(fact); !ok {
					t.Errorf("%s rests on %s, which is no switch", s.Subject.Name, fact)
				}
			}
		}
	}
}
