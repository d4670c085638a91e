package check

import (
	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/spec"
)

// targets checks each of those who are called.
func (c *checker) targets(s *ast.Step, v *ast.Value, field spec.Field, e *env) {
	for _, t := range v.Targets {
		c.value(s, t, spec.Field{Kind: spec.Group, Fields: field.Fields}, e)
	}
}

// targetRanges holds the numbers of targets against their ranges.
func (c *checker) targetRanges(s *ast.Step) {
	if s.Head == nil {
		return
	}
	for _, t := range s.Head.Targets {
		c.inRange(t, spec.Field{Fields: s.Verb.Head.Fields})
	}
}

// AtOnce reports whether a connect lets all its targets ring at once.
func AtOnce(s *ast.Step) bool {
	v := s.Field("ring")
	return v != nil && v.Text.Value == "at_once"
}

// connectUse is what a connect uses at the most: a call for each target.
func connectUse(s *ast.Step) spent {
	u := spent{ringing: 1}
	if s.Head == nil {
		return u
	}
	for _, t := range s.Head.Targets {
		u.calls += number(t.Field("at_most"), 1)
	}
	if AtOnce(s) {
		u.ringing = u.calls
	}
	return u
}

// guarded adds to the verdicts on a whisper what keeps it from an answering machine.
func (c *checker) guarded(s *ast.Step, field spec.Field, whisper []Sink) {
	if field.Name != "callee_hears" {
		return
	}
	guard := "an answering machine may hear it"
	switch {
	case s.Field("detect") != nil:
		guard = "machines are detected and hung up before"
	case s.Field("screen") != nil:
		guard = "only who accepted by a key hears it"
	}
	for i := range whisper {
		whisper[i].Verdict += "; " + guard
	}
}
