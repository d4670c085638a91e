package lower

import (
	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/check"
	"github.com/ringflow/ringflow/flow/expr"
	"github.com/ringflow/ringflow/flow/source"

	"github.com/ringflow/ringflow/compiler/ir"
)

func lastVerb(b *check.Block) source.Span {
	if n := len(b.Steps); n > 0 {
		return b.Steps[n-1].VerbAt
	}
	return b.At
}

// parts lowers what is heard; nil stays nil.
func (l *lowerer) parts(v *ast.Value) []ir.Part {
	if v == nil {
		return nil
	}
	out := make([]ir.Part, 0, len(v.Prompts))
	for _, h := range v.Prompts {
		switch spoken := l.Spoken[h]; {
		case h.File != nil:
			out = append(out, ir.Part{File: h.File})
		case h.Silence > 0:
			out = append(out, ir.Part{Silence: int(h.Silence)})
		default:
			out = append(out, l.part(spoken))
		}
	}
	return out
}

// collect lowers gather and menu, which are one effect.
func (l *lowerer) collect(s *ast.Step, next string) string {
	again, attempts := s.Field("again"), s.Field("attempts")
	e := &ir.Collect{
		Prompt: l.parts(s.Head), AgainSilent: l.parts(again.Field("silent")), AgainWrong: l.parts(again.Field("wrong")),
		Silent: count(attempts.Field("silent"), 2), Wrong: count(attempts.Field("wrong"), 3),
		WrongKeys: isWord(s.Field("other_keys"), "wrong"), BargeIn: flag(s.Field("barge_in"), true),
	}
	wait := count(s.Field("timeout"), check.DefaultWait)
	e.FirstDigit, e.BetweenDigits = count(s.Field("first_digit"), wait), count(s.Field("between_digits"), wait)
	if s.Verb.Name == "gather" {
		l.gather(e, s)
	}
	edges := l.edges(s, next)
	for _, edge := range edges {
		if len(edge.Outcome) == 1 {
			e.Exits = append(e.Exits, edge.Outcome) // a telephone key
		}
	}
	return l.state(s, e, edges...)
}

func (l *lowerer) gather(e *ir.Collect, s *ast.Step) {
	e.Min, e.Max = check.Digits(s)
	e.Keys, e.Ends = chars(s.Field("keys"), "0123456789"), chars(s.Field("ends_with"), "")
	e.Partial = isWord(s.Field("partial"), "accept")
	e.Total = count(s.Field("total"), 0)
	if hint := s.Field("hint"); hint != nil {
		e.Hint, e.HintAfter = l.parts(hint.Field("play")), count(hint.Field("after"), 0)
	}
	e.Into = l.Bound[s][0].Slot
	if accept := s.Field("accept"); accept != nil {
		e.Accept = l.lookup(s, l.Bound[s][1])
	}
}

func count(v *ast.Value, otherwise int) int {
	if v == nil {
		return otherwise
	}
	return int(v.Number)
}

func flag(v *ast.Value, otherwise bool) bool {
	if v == nil {
		return otherwise
	}
	return v.Flag
}

func isWord(v *ast.Value, word string) bool { return v != nil && v.Text.Value == word }

func chars(v *ast.Value, otherwise string) string {
	if v == nil {
		return otherwise
	}
	return v.Text.Value
}

// lookup lowers a look into a store, by the verb or by a gather's `accept`.
func (l *lowerer) lookup(s *ast.Step, into *expr.Binding) *ir.Lookup {
	name, key := s.Head, s.Field("key")
	if accept := s.Field("accept"); accept != nil {
		name, key = accept.Field("lookup"), accept.Field("key")
	}
	store := l.Stores[name.Text.Value]
	e := &ir.Lookup{Store: store.Name, Into: into.Slot}
	for _, part := range store.Key {
		if part.Hole == nil {
			e.Key = append(e.Key, ir.KeyPart{Text: part.Text})
			continue
		}
		for _, a := range key.Args {
			if a.Name == part.Hole.Name {
				e.Key = append(e.Key, ir.KeyPart{Value: a.Value})
			}
		}
	}
	for _, f := range store.Type.Fields {
		e.Fields = append(e.Fields, ir.StoreField{Name: f.Name, Kind: f.Type.Required().Public().String(), Optional: f.Type.Optional, Private: f.Type.Private()})
	}
	return e
}

func (l *lowerer) connect(s *ast.Step) *ir.Connect {
	e := &ir.Connect{
		To: s.Head.Expr, From: s.Field("show").Expr, Leg: chars(s.Field("leg"), "callee"),
		CalleeHears: l.parts(s.Field("callee_hears")),
		RingFor:     count(s.Field("ring_for"), 30_000), TalkFor: count(s.Field("talk_for"), 0),
	}
	if v := s.Field("caller_hears"); v != nil {
		e.CallerHears = v.Expr
	}
	return e
}

func report(s *ast.Step) *ir.Report {
	e := &ir.Report{URL: s.Head.Expr, Headers: isWord(s.Field("details"), "headers")}
	if v := s.Field("sign"); v != nil {
		e.Secret = v.Expr.Value
	}
	return e
}
