package compiler_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/ringflow/ringflow/flow/expr"

	"github.com/ringflow/ringflow/compiler"
	"github.com/ringflow/ringflow/compiler/ir"
)

// TestVerify breaks the example's machine, one rule after the other: the
// verifier behind every build names the place.
func TestVerify(t *testing.T) {
	for want, broken := range map[string]func(*ir.Program){
		"two states are named main/answer": func(p *ir.Program) {
			p.State("main/record").ID = "main/answer"
		},
		"there is no state nowhere": func(p *ir.Program) {
			p.State("main/answer").Edges[0].To = "nowhere"
		},
		"there is no state start": func(p *ir.Program) { p.Start = "start" },
		"main/record cannot be reached": func(p *ir.Program) {
			p.State("main/answer").Edges[0].To = p.State("main/record").Edge("done")
		},
		"main/answer has 2 edges, its effect 1 outcomes": func(p *ir.Program) {
			s := p.State("main/answer")
			s.Edges = append(s.Edges, ir.Edge{Outcome: "failed", To: ir.End})
		},
		"main/answer has no edge for done": func(p *ir.Program) {
			p.State("main/answer").Edges[0].Outcome = "ready"
		},
		"reads gone, which is no slot": func(p *ir.Program) {
			first(p, expr.Name, func(e *expr.Expr) bool { return e.Binding.Kind == expr.Local }).Binding = &expr.Binding{Kind: expr.Local, Slot: "gone"}
		},
		"was not resolved": func(p *ir.Program) {
			first(p, expr.Name, func(*expr.Expr) bool { return true }).Binding = nil
		},
		"reads config.gone, which is no setting": func(p *ir.Program) {
			first(p, expr.Field, func(e *expr.Expr) bool { return e.Args[0].Op == expr.Name && e.Args[0].Binding.Kind == expr.Config }).Value = "gone"
		},
		"holds an expression that was not checked": func(p *ir.Program) {
			first(p, expr.Field, func(*expr.Expr) bool { return true }).Op = expr.Bad
		},
		"which is no slot": func(p *ir.Program) {
			for _, s := range p.States {
				if c, ok := s.Effect.(*ir.Collect); ok {
					c.Into = "gone"
				}
			}
		},
	} {
		machine, err := compiler.Lower(checked(t, example, exampleFlow))
		if err != nil {
			t.Fatal(err)
		}
		if errs := ir.Verify(machine); errs != nil {
			t.Fatal(errs)
		}
		broken(machine)
		if said := fmt.Sprint(ir.Verify(machine)); !strings.Contains(said, want) {
			t.Errorf("want %q, the verifier says %s", want, said)
		}
	}
}

// first finds the first expression of an operation in a machine.
func first(p *ir.Program, op expr.Op, holds func(*expr.Expr) bool) *expr.Expr {
	var found *expr.Expr
	for _, s := range p.States {
		ir.Walk(s, func(e *expr.Expr) {
			e.Walk(func(n *expr.Expr) {
				if found == nil && n.Op == op && holds(n) {
					found = n
				}
			})
		})
	}
	return found
}
