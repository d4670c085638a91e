package lower

import (
	"fmt"

	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/check"
	"github.com/ringflow/ringflow/flow/expr"

	"github.com/ringflow/ringflow/compiler/ir"
)

// connect lowers a connect. One number and nothing to decide about who answers
// is an effect of its own, so that its flows carry no more than that.
func (l *lowerer) connect(s *ast.Step, next string) string {
	edges := l.edges(s, next)
	e := l.reach(s)
	for _, edge := range edges {
		if len(edge.Outcome) == 1 {
			e.Exits = append(e.Exits, edge.Outcome) // a telephone key
		}
	}
	if len(e.Targets) == 1 && e.Targets[0].Number != nil && e.Screen == nil && e.Detect == "" && e.Display == nil && e.Into == "" && len(e.Exits) == 0 {
		t := e.Targets[0]
		return l.state(s, &ir.Connect{To: t.Number, From: e.From, Leg: t.Leg, CallerHears: e.CallerHears, CalleeHears: e.CalleeHears, RingFor: t.RingFor, TalkFor: e.TalkFor}, edges...)
	}
	return l.state(s, e, edges...)
}

func (l *lowerer) reach(s *ast.Step) *ir.Reach {
	e := &ir.Reach{
		AtOnce: check.AtOnce(s), From: s.Field("show").Expr, CallerHears: expression(s.Field("caller_hears")), Display: template(s.Field("display")),
		CalleeHears: l.parts(s.Field("callee_hears")), Detect: l.detects(s), TalkFor: count(s.Field("talk_for"), 0),
	}
	leg, wait := chars(s.Field("leg"), "callee"), count(s.Field("ring_for"), check.DefaultRing)
	for i, t := range s.Head.Targets {
		name := leg
		if len(s.Head.Targets) > 1 {
			name = fmt.Sprintf("%s_%d", leg, i+1)
		}
		e.Targets = append(e.Targets, ir.Target{
			Number: expression(t.Field("number")), Numbers: expression(t.Field("numbers")), User: template(t.Field("user")), SIP: template(t.Field("sip")),
			AtMost: count(t.Field("at_most"), 0), Leg: chars(t.Field("leg"), name), RingFor: count(t.Field("ring_for"), wait),
		})
	}
	if v := s.Field("screen"); v != nil {
		e.Screen = &ir.Screen{Ask: l.parts(v.Field("ask")), Keys: chars(v.Field("key"), "1"), Timeout: count(v.Field("timeout"), 8000)}
	}
	if s.Field("as") != nil {
		e.Into = l.Bound[s][0].Slot
	}
	return e
}

func expression(v *ast.Value) *expr.Expr {
	if v == nil {
		return nil
	}
	return v.Expr
}

func template(v *ast.Value) *expr.Template {
	if v == nil {
		return nil
	}
	return v.Tmpl
}
