package check

import (
	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/diag"
)

// line is whether the call is answered: one bit for each way that is possible.
type line int

const (
	notYet   line = 1
	isAnswer line = 2
)

// answered is the rule that media needs an answered call, and that a call is
// answered or rejected once.
func answered(c *checker) {
	if !c.shaped || c.Flow.Main == nil {
		return // the step that answers may be one that could not be read
	}
	f := follower[line]{c: c, visit: c.onLine, join: func(a, b line) line { return a | b }}
	intoBlocks(&f)
	if c.api() {
		f.visit, f.after = c.onOutboundLine, behindDial
	}
	f.steps(c.Flow.Main.Steps, notYet)
}

// onLine reports a verb that does not fit the state of the line, and returns the state behind it.
func (c *checker) onLine(s *ast.Step, in line) line {
	switch {
	case s.Verb.Name == "answer":
		if in&isAnswer != 0 {
			c.add(diag.NotAllowedHere, s.VerbAt, "the call is answered here already, on some way to this place").Helped("answer once: in front of where the ways part, or on each of them")
		}
		return isAnswer
	case s.Verb.Name == "reject" && in&isAnswer != 0:
		c.add(diag.NotAllowedHere, s.VerbAt, "`reject` stands where the call is answered").Helped("use `hangup`")
	case !s.Verb.Before && in&notYet != 0:
		d := c.add(diag.NotAnswered, s.VerbAt, "`%s` needs an answered call, and it is not answered on every way to this place", s.Verb.Name)
		if s.Verb.Name == "hangup" {
			d.Helped("refuse the call with `reject`, or `answer` it before")
		} else {
			d.Helped("put `answer` in front of it")
		}
		return isAnswer
	}
	return in
}
