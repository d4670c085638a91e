package calltest

import (
	"github.com/ringflow/ringflow/compiler/ir"
	"github.com/ringflow/ringflow/flow/expr"
)

// callee is the expression of the number that a flow dials.
func callee(p *ir.Program) *expr.Expr {
	for _, s := range p.States {
		if c, ok := s.Effect.(*ir.Connect); ok {
			return c.To
		}
	}
	return nil
}
