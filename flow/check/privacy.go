package check

import (
	"slices"
	"strings"

	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/expr"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/spec"
	"github.com/ringflow/ringflow/flow/types"
)

// sink notes that a value leaves the scenario, and reports a private one in a
// place that does not dial.
func (c *checker) sink(at source.Span, t types.Type, field spec.Field, x *expr.Expr) {
	if field.Sink == "" {
		return
	}
	verdict := "no private value"
	switch {
	case t.Private() && field.Private:
		verdict = "" // certificate knows whose it is
	case t.Private():
		c.leak(at, t, "would reach the "+field.Audience+" as "+field.Sink).
			Helped("a private value may be dialled and compared, and nothing else")
		return
	}
	if !constant(x) {
		c.Sinks = append(c.Sinks, Sink{At: at, Sink: field.Sink, Audience: field.Audience, Verdict: verdict, owners: t.Owners})
	}
}

// constant reports whether an expression is the same in every call.
func constant(x *expr.Expr) bool {
	same := true
	x.Walk(func(n *expr.Expr) { same = same && n.Op != expr.Name })
	return same
}

func (c *checker) leak(at source.Span, t types.Type, how string) *diag.Diagnostic {
	return c.add(diag.PrivateLeak, at, "a private value %s", how).Labelled("belongs to %s", t.Owners)
}

// certificate puts the sinks into the order of the flow, each once, and says
// whose values are dialled: a need stands for what every run of its block gives.
func certificate(c *checker) {
	for i := range c.Sinks {
		if s := &c.Sinks[i]; s.Verdict == "" {
			s.Verdict = allowed(s.Sink, c.trueOwners(s.owners))
		}
		c.Sinks[i].owners = nil
	}
	slices.SortStableFunc(c.Sinks, func(a, b Sink) int {
		switch {
		case a.At.Before(b.At):
			return -1
		case b.At.Before(a.At):
			return 1
		}
		return 0
	})
	c.Sinks = slices.CompactFunc(c.Sinks, func(a, b Sink) bool {
		return a.At == b.At && a.Sink == b.Sink && a.Audience == b.Audience && a.Verdict == b.Verdict
	})
}

// trueOwners replaces the needs of blocks by the owners of what they are given.
func (c *checker) trueOwners(owners types.Owners) types.Owners {
	var out types.Owners
	for _, o := range owners {
		name, need := strings.TrimSuffix(ast.Namespace(o), "."), o[strings.LastIndexByte(o, '.')+1:]
		if b := c.block(name); b != nil && b.given[need] != nil {
			out = out.Join(c.trueOwners(b.given[need]))
		} else {
			out = out.Join(types.Owners{o})
		}
	}
	return out
}
