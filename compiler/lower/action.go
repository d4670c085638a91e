package lower

import (
	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/check"
	"github.com/ringflow/ringflow/flow/spec"

	"github.com/ringflow/ringflow/compiler/ir"
)

// actions lowers silent steps that are done at once, as hooks are.
func (l *lowerer) actions(steps []*ast.Step) []ir.Action {
	var out []ir.Action
	for _, s := range steps {
		out = append(out, l.action(s)...)
	}
	return out
}

func (l *lowerer) action(s *ast.Step) []ir.Action {
	var out []ir.Action
	switch s.Verb.Name {
	case "note":
		for _, n := range s.Head.Notes {
			out = append(out, ir.Note{Field: n.Name, Value: n.Value})
		}
	case "set":
		for _, a := range s.Head.Args {
			out = append(out, ir.Set{Slot: l.Set[a].Slot, Value: a.Value})
		}
	case "log":
		out = append(out, ir.Log{Text: s.Head.Tmpl})
	case "language":
		out = append(out, ir.Speak{Language: s.Head.Text.Value})
	case "if":
		conditional := &ir.If{Cases: []ir.ActionCase{{When: s.Head.Expr, Do: l.actions(s.Field("then").Steps)}}}
		if v := s.Field("else"); v != nil {
			conditional.Else = l.actions(v.Steps)
		}
		out = append(out, conditional)
	case "choose":
		choice := &ir.If{}
		for _, c := range s.Head.Cases {
			if c.When == nil {
				choice.Else = l.actions(c.Do)
			} else {
				choice.Cases = append(choice.Cases, ir.ActionCase{When: c.When, Do: l.actions(c.Do)})
			}
		}
		out = append(out, choice)
	}
	return out
}

// hooks lowers what a step does at outcomes that take notes only.
func (l *lowerer) hooks(s *ast.Step, st *ir.State) {
	for _, o := range s.Verb.Outcomes {
		if !o.Hook || !check.Applies(s, o) {
			continue
		}
		h := check.HandlerOf(s, o.Name)
		if h == nil && o.Name == "expired" {
			h = check.HandlerOf(s, "missing")
		}
		if h != nil {
			st.Hooks = append(st.Hooks, ir.Hook{Outcome: o.Name, Do: l.actions(h.Steps), At: h.At})
		}
	}
	if h := check.HandlerOf(s, spec.CallerLeft().Name); h != nil {
		st.Left = l.actions(h.Steps)
	}
}
