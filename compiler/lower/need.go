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

// taken is the state behind a run: it keeps what the block has given under names
// of their own, as the block may be run again.
func (l *lowerer) taken(s *ast.Step, next string) string {
	as := s.Field("as")
	if as == nil || len(as.Args) == 0 {
		return next
	}
	effect := &ir.Do{}
	for _, a := range as.Args {
		effect.Actions = append(effect.Actions, ir.Set{Slot: l.Set[a].Slot, Value: a.Value})
	}
	st := &ir.State{ID: s.ID + "/as", At: as.At, Effect: effect, Edges: []ir.Edge{{Outcome: "done", To: next}}}
	l.out.States = append(l.out.States, st)
	return st.ID
}
