package check

import (
	"math"
	"slices"

	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/expr"
)

// oddsWanted is how many calls it should take to guess an input that opens what is
// private: at 10 calls a minute, a week.
const oddsWanted = 100_000

// guessable advises on digits that open private values and are soon found by trying.
// An entry that is compared with the caller's number is not opened by its digits
// alone. It is silent while there are errors.
func guessable(c *checker) {
	if c.report.Failed() {
		return
	}
	tied := c.tiedEntries()
	for _, b := range c.Flow.All() {
		ast.Walk(b.Steps, func(s *ast.Step) {
			accept := s.Field("accept")
			if accept == nil || len(c.Bound[s]) < 2 || tied[c.Bound[s][1].Slot] || !c.holdsPrivate(accept) {
				return
			}
			fact, tries := keyFact(s), number(s.Field("attempts").Field("wrong"), 3)
			codes := math.Pow(float64(len(fact.Chars)), float64(fact.Min))
			if calls := codes / float64(tries); calls < oddsWanted {
				c.add(diag.Guessable, s.VerbAt, "%d of %s inputs are tried in one call, and one that is there opens private values", tries, text(codes)).
					Also(accept.At, "what is found").
					Helped("take longer numbers or fewer attempts, or compare the entry with `caller.number`")
			}
		})
	}
}

// holdsPrivate reports whether an entry that is found has private fields.
func (c *checker) holdsPrivate(accept *ast.Value) bool {
	for _, f := range c.entryType(accept.Field("lookup")).Fields {
		if f.Type.Private() {
			return true
		}
	}
	return false
}

// tiedEntries are the slots of entries that a condition compares with the caller's number.
func (c *checker) tiedEntries() map[string]bool {
	tied := map[string]bool{}
	condition := func(x *expr.Expr) {
		x.Walk(func(n *expr.Expr) {
			if !slices.Contains([]expr.Op{expr.Eq, expr.Ne, expr.In}, n.Op) {
				return
			}
			slots, caller := map[string]bool{}, false
			n.Walk(func(m *expr.Expr) {
				switch {
				case m.Op != expr.Name || m.Binding == nil:
				case m.Binding.Kind == expr.Caller:
					caller = true
				case m.Binding.Kind == expr.Local:
					slots[m.Binding.Slot] = true
				}
			})
			for slot := range slots {
				tied[slot] = tied[slot] || caller
			}
		})
	}
	for _, b := range c.Flow.All() {
		ast.Walk(b.Steps, func(s *ast.Step) {
			if s.Head == nil {
				return
			}
			condition(s.Head.Expr)
			for _, k := range s.Head.Cases {
				condition(k.When)
			}
		})
	}
	return tied
}
