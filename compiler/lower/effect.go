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
		out = append(out, l.part(h))
	}
	return out
}

func (l *lowerer) part(h *ast.Heard) ir.Part {
	switch spoken := l.Spoken[h]; {
	case h.File != nil:
		return ir.Part{File: h.File}
	case h.Silence > 0:
		return ir.Part{Silence: int(h.Silence)}
	default:
		return l.spoken(spoken)
	}
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
	e.Prompt = append(e.Prompt, l.options(s)...)
	e.Again = len(l.Back[s]) > 0
	edges := l.edges(s, next)
	e.Exits = exits(edges)
	if s.Field("from") != nil {
		return l.state(s, l.pick(*e, s), edges...)
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
	e := &ir.Lookup{Store: store.Name, Key: entryKey(store, key), Into: into.Slot}
	e.Fields = storeFields(store.Type)
	return e
}

func report(s *ast.Step) *ir.Report {
	e := &ir.Report{URL: s.Head.Expr, Headers: isWord(s.Field("details"), "headers")}
	if v := s.Field("sign"); v != nil {
		e.Secret = v.Expr.Value
	}
	return e
}
