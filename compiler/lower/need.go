package lower

import (
	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/check"

	"github.com/ringflow/ringflow/compiler/ir"
)

// given is the value that a block is run with for a need: what stands under
// `with:`, or the need's default.
func given(s *ast.Step, b *check.Block, need string) *ast.Arg {
	if with := s.Field("with"); with != nil {
		for _, a := range with.Args {
			if a.Name == need {
				return a
			}
		}
	}
	return b.Defaults[need]
}

// need lowers a value for a need, which may be a prompt.
func (l *lowerer) need(slot string, a *ast.Arg) ir.Set {
	if h := l.Given[a]; h != nil {
		part := l.part(h)
		return ir.Set{Slot: slot, Heard: &part}
	}
	return ir.Set{Slot: slot, Value: a.Value}
}
