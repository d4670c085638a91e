package check

import (
	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/expr"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/types"
)

// choose follows each case with what the conditions before it and its own showed.
func (c *checker) choose(s *ast.Step, e *env) bool {
	if s.Head == nil { // which was reported
		return true
	}
	rest := e.child() // no condition so far has held
	var ways []way
	otherwise := false
	private := branchLabel{step: s}
	var cases []*ast.Case
	if s.Head != nil { // without one, which was reported
		cases = s.Head.Cases
	}
	for _, k := range cases {
		in := rest.child()
		if k.When != nil {
			private.add(c.condition(k.When, rest), k.When.At)
			in.learn(k.When, true)
		}
		otherwise = otherwise || k.When == nil
		if c.steps(k.Do, in) {
			ways = append(ways, way{flatten(in, e), k.KeyAt})
		}
		if k.When != nil {
			rest.learn(k.When, false)
		}
	}
	if !otherwise {
		ways = append(ways, way{flatten(rest, e), s.VerbAt})
	}
	c.declassified(private)
	e.join(ways)
	return len(ways) > 0
}

// branch follows `if`.
func (c *checker) branch(s *ast.Step, e *env) bool {
	private := branchLabel{step: s}
	if s.Head != nil {
		private.add(c.condition(s.Head.Expr, e), s.Head.At)
	}
	var ways []way
	for _, side := range []struct {
		field string
		truth bool
	}{{"then", true}, {"else", false}} {
		in := e.child()
		if s.Head != nil {
			in.learn(s.Head.Expr, side.truth)
		}
		at := s.VerbAt
		goesOn := true
		if v := s.Field(side.field); v != nil {
			at = v.At
			goesOn = c.steps(v.Steps, in)
		}
		if goesOn {
			ways = append(ways, way{in, at})
		}
	}
	c.declassified(private)
	e.join(ways)
	return len(ways) > 0
}

// flatten gives a branch that was nested below helpers of the branching itself
// as one child of the place that it started from.
func flatten(in, from *env) *env {
	out := from.child()
	var levels []*env
	for e := in; e != nil && e != from; e = e.parent {
		levels = append(levels, e)
	}
	for i := len(levels) - 1; i >= 0; i-- {
		for _, name := range sortedVars(levels[i].vars) {
			out.set(levels[i].vars[name])
		}
		for name := range levels[i].assigned {
			out.forget(name)
		}
		for path := range levels[i].nonNull {
			if out.nonNull == nil {
				out.nonNull = map[string]bool{}
			}
			out.nonNull[path] = true
		}
		for name, at := range levels[i].lost {
			out.lose(name, at)
		}
	}
	return out
}

// condition checks a condition and returns its type.
func (c *checker) condition(x *expr.Expr, e *env) types.Type {
	t := expr.Expect(x, types.Of(types.Bool), scope{e, c}, c.report)
	c.use(x)
	return t
}

// branchLabel collects whose private values a branch depends on.
type branchLabel struct {
	step   *ast.Step
	owners types.Owners
	at     source.Span // the first condition that does
}

func (b *branchLabel) add(t types.Type, at source.Span) {
	if t.Private() && !b.at.Known() {
		b.at = at
	}
	b.owners = b.owners.Join(t.Owners)
}

// declassified demands a reason for a branch whose way tells something about a
// private value, and writes the reasons into the certificate.
func (c *checker) declassified(b branchLabel) {
	v := b.step.Field("declassify")
	switch {
	case len(b.owners) > 0 && v == nil:
		c.add(diag.Undeclassified, b.at, "which way this goes tells something about a private value").
			Labelled("compares what belongs to %s", b.owners).
			Helped("say why that may be known: `declassify: {NAME: the reason}` beside `%s`", b.step.Verb.Name)
	case len(b.owners) == 0 && v != nil && !c.report.Failed():
		c.add(diag.Unused, v.At, "nothing private is let out here").Helped("remove `declassify`")
	case v != nil:
		for _, r := range v.Reasons {
			c.Sinks = append(c.Sinks, Sink{At: b.at, Sink: "branch on " + b.owners.String(), Audience: "whoever sees the way of the call", Verdict: "declassified: " + r.Name + ": " + r.Text})
		}
	}
}
