package check

import (
	"slices"

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
		verdict = "allowed: dials what belongs to " + t.Owners.String() + "; the platform keeps dialled numbers in its own history and log"
	case t.Private():
		c.leak(at, t, "would reach the "+field.Audience+" as "+field.Sink).
			Helped("a private value may be dialled and compared, and nothing else")
		return
	}
	if !constant(x) {
		c.Sinks = append(c.Sinks, Sink{At: at, Sink: field.Sink, Audience: field.Audience, Verdict: verdict})
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

// certificate puts the sinks into the order of the flow, each once.
func certificate(c *checker) {
	slices.SortStableFunc(c.Sinks, func(a, b Sink) int {
		switch {
		case a.At.Before(b.At):
			return -1
		case b.At.Before(a.At):
			return 1
		}
		return 0
	})
	c.Sinks = slices.Compact(c.Sinks)
}
