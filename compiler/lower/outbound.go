package lower

import (
	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/check"
	"github.com/ringflow/ringflow/flow/spec"
	"github.com/ringflow/ringflow/flow/types"

	"github.com/ringflow/ringflow/compiler/ir"
)

// argsState is the state that reads what a flow was started with.
const argsState = "main/args"

// args puts the reading of the arguments in front of the flow's first state.
// Without them nothing was told to anybody yet, so there is nothing but the end.
func (l *lowerer) args() {
	l.out.API = l.Flow.Starts.Name == "api"
	if len(l.Flow.Args) == 0 {
		return
	}
	edges := []ir.Edge{{Outcome: "found", To: l.out.Start}, {Outcome: "missing", To: ir.End}, {Outcome: "malformed", To: ir.End}, {Outcome: "failed", To: ir.End}}
	l.out.States = append(l.out.States, &ir.State{ID: argsState, At: l.Flow.ArgsAt, Edges: edges,
		Effect: &ir.Args{Fields: storeFields(l.Args.Type), Into: check.ArgsName}})
	l.out.Start = argsState
}

// storeFields are the fields of a record that is read from the storage.
func storeFields(t types.Type) []ir.StoreField {
	var out []ir.StoreField
	for _, f := range t.Fields {
		out = append(out, ir.StoreField{Name: f.Name, Kind: f.Type.Required().Public().String(), Optional: f.Type.Optional, Private: f.Type.Private()})
	}
	return out
}

// detects is the model of a step's `detect`, "" for none.
func (l *lowerer) detects(s *ast.Step) string {
	word := s.Field("detect")
	if word == nil {
		return ""
	}
	return spec.DetectorModel(word.Text.Value, l.Flow.Country.Name)
}

func (l *lowerer) dial(s *ast.Step) *ir.Dial {
	return &ir.Dial{
		To: s.Head.Expr, From: s.Field("show").Expr, Leg: chars(s.Field("leg"), "person"), RingFor: count(s.Field("ring_for"), check.DefaultRing),
		Detect: l.detects(s),
	}
}
