package check

import (
	"slices"

	"github.com/ringflow/ringflow/flow/expr"
)

// miss keeps what could have been named at a place where a name means nothing:
// an editor completes the word there by it.
func (c *checker) miss(name string, e *env) {
	known := map[string]*expr.Binding{}
	for ; e != nil; e = e.parent {
		for n, b := range e.vars {
			if known[n] == nil {
				known[n] = b
			}
		}
	}
	out := make([]*expr.Binding, 0, len(known))
	for _, b := range known {
		out = append(out, b)
	}
	slices.SortFunc(out, func(a, b *expr.Binding) int { return a.At.Start - b.At.Start })
	if c.Missed == nil {
		c.Missed = map[string][]*expr.Binding{}
	}
	c.Missed[name] = out
}
