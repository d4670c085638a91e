package examples_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/runtime-shim/calltest"
	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// What a flow rests on is declared in the registry (spec.Field.Rests). A fact
// that was forgotten there changes the trace of some call of a flow that does
// not list it.

// TestRestsAreListed plays written calls under every setting of every switch.
func TestRestsAreListed(t *testing.T) {
	for _, s := range callsOfFlows(t) {
		rests := s.Subject.Program.Rests
		for _, c := range s.Cases {
			for _, fact := range unlisted(t, c, rests) {
				t.Errorf("%s: %s\nthe flow rests on %s and lists %v", s.Name, c.Name, fact, rests)
			}
		}
	}
}

// TestForgottenRestsAreFound: without its list, the calls of a flow tell what it rests on.
func TestForgottenRestsAreFound(t *testing.T) {
	var found []string
	for _, s := range callsOfFlows(t) {
		for _, c := range s.Cases {
			if slices.ContainsFunc(s.Subject.Program.Rests, func(fact string) bool { return !slices.Contains(found, fact) }) {
				found = append(found, unlisted(t, c, nil)...)
			}
		}
	}
	for _, fact := range []string{facts.SecretReader, facts.EventOrder, facts.MissingRequire} {
		if !slices.Contains(found, fact) {
			t.Errorf("no call tells that a flow rests on %s", fact)
		}
	}
}

// callsOfFlows are the test files whose subject is a flow.
func callsOfFlows(t *testing.T) []*calltest.Suite {
	t.Helper()
	var out []*calltest.Suite
	for _, pattern := range []string{"*/*.test.yaml", "../runtime-shim/calltest/testdata/*.test.yaml", "../runtime-shim/calltest/testdata/*/*.test.yaml"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatal(files, err)
		}
		for _, f := range files {
			var report diag.List // some are there to be wrong
			s, err := calltest.Read(&calltest.Builder{Files: os.DirFS(filepath.Dir(f))}, filepath.Base(f), &report)
			if err == nil && s != nil && s.Subject.Program != nil {
				out = append(out, s)
			}
		}
	}
	return out
}

// unlisted returns the facts that change the trace of a call, without those that
// are listed. One run under all the others' settings at once finds most calls
// that rest on none of them.
func unlisted(t *testing.T, c *calltest.Case, listed []string) []string {
	t.Helper()
	usual := play(t, c, calltest.Options{}).Trace()
	changed := func(settings facts.Settings) bool {
		return play(t, c, calltest.Options{Switches: settings}).Trace() != usual
	}
	all, rest := facts.Settings{}, []string{}
	for _, sw := range facts.Switches() {
		if slices.Contains(listed, sw.ID) {
			continue
		}
		all[sw.ID] = sw.Settings[1]
		rest = append(rest, sw.ID)
	}
	if !changed(all) {
		return nil
	}
	found := slices.DeleteFunc(rest, func(id string) bool { return !changed(facts.Settings{id: all[id]}) })
	if len(found) == 0 {
		return []string{"several facts together"}
	}
	return found
}
