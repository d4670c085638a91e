package lower

import (
	"strings"

	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/check"
	"github.com/ringflow/ringflow/flow/script"

	"github.com/ringflow/ringflow/compiler/ir"
)

func (l *lowerer) request(s *ast.Step) *ir.Request {
	e := &ir.Request{
		URL: s.Head.Tmpl, Method: strings.ToUpper(chars(s.Field("method"), "get")), JSON: named(s.Field("body")),
		Timeout: count(s.Field("timeout"), check.DefaultTimeout), Retries: count(s.Field("retries"), 0), BackOff: count(s.Field("back_off"), check.DefaultBackOff),
		Reply: l.reply(s),
	}
	if v := s.Field("headers"); v != nil {
		for _, h := range v.Notes {
			e.Headers = append(e.Headers, ir.Header{Name: h.Name, Value: h.Value})
		}
	}
	if v := s.Field("text"); v != nil {
		e.Text = v.Tmpl
	}
	return e
}

// reply is what a step reads from outside, under its one binding.
func (l *lowerer) reply(s *ast.Step) ir.Reply {
	if len(l.Bound[s]) == 0 {
		return ir.Reply{}
	}
	b := l.Bound[s][0]
	return ir.Reply{Fields: b.Type.Fields, Into: b.Slot}
}

// named lowers names with expressions; a mapping without any stays one.
func named(v *ast.Value) []ir.Named {
	if v == nil {
		return nil
	}
	out := make([]ir.Named, len(v.Args))
	for i, a := range v.Args {
		out[i] = ir.Named{Name: a.Name, Value: a.Value}
	}
	return out
}

// entryKey lowers the key of an entry.
func entryKey(store *check.Store, key *ast.Value) []ir.KeyPart {
	var out []ir.KeyPart
	for _, part := range store.Key {
		if part.Hole == nil {
			out = append(out, ir.KeyPart{Text: part.Text})
			continue
		}
		for _, a := range key.Args {
			if a.Name == part.Hole.Name {
				out = append(out, ir.KeyPart{Value: a.Value})
			}
		}
	}
	return out
}

func (l *lowerer) store(s *ast.Step) *ir.Store {
	store := l.Stores[s.Head.Text.Value]
	return &ir.Store{Store: store.Name, Key: entryKey(store, s.Field("key")), Value: named(s.Field("value")), Keep: count(s.Field("keep"), 0) / 1000}
}

func (l *lowerer) forget(s *ast.Step) *ir.Forget {
	store := l.Stores[s.Head.Text.Value]
	return &ir.Forget{Store: store.Name, Key: entryKey(store, s.Field("key"))}
}

func (l *lowerer) script(s *ast.Step) *ir.Script {
	e := &ir.Script{Code: s.Head.Text, Takes: named(s.Field("takes")), Reply: l.reply(s)}
	var names []string
	for _, n := range e.Takes {
		names = append(names, n.Name)
	}
	e.Loops, _ = script.Check(e.Code.Value, names) // the checker let it through
	return e
}
