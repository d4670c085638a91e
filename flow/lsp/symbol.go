package lsp

import (
	"slices"
	"strings"

	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/check"
	"github.com/ringflow/ringflow/flow/expr"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/spec"
	"github.com/ringflow/ringflow/flow/types"
)

// symbol is something with a name of the flow's own making.
type symbol struct {
	kind string // "library", "prompt", "block", "setting", "store", "type", "word", "field", "result field", "name", "key", "step"
	of   string // whose it is: the type of a word or a field, the store of a key, the place of a step
	name string // for a "name": the variable that holds it
}

// occurrence is one place where a symbol is written.
type occurrence struct {
	at       source.Span
	symbol   symbol
	declares bool
	about    string // of a declaration: what there is to know about it
}

// occurrences lists every place of a checked flow where a name is written, in
// order, also those in its prompt file.
func occurrences(p *check.Program) []occurrence {
	i := &indexer{program: p}
	i.declarations()
	for _, b := range p.Flow.All() {
		ast.Walk(b.Steps, i.step)
	}
	for _, s := range p.Spoken {
		i.spoken(s)
	}
	slices.SortStableFunc(i.found, func(a, b occurrence) int {
		switch {
		case a.at.Before(b.at):
			return -1
		case b.at.Before(a.at):
			return 1
		case a.declares != b.declares && a.declares:
			return -1
		case a.declares != b.declares:
			return 1
		}
		return strings.Compare(a.symbol.kind+a.symbol.name, b.symbol.kind+b.symbol.name)
	})
	return slices.CompactFunc(i.found, func(a, b occurrence) bool { return a.at == b.at && a.symbol == b.symbol })
}

type indexer struct {
	program *check.Program
	within  string // the namespace of the declaration that is read
	found   []occurrence
}

func (i *indexer) declare(at source.Span, s symbol, about string) {
	if at.Known() && s.name != "" {
		i.found = append(i.found, occurrence{at, s, true, about})
	}
}

func (i *indexer) use(at source.Span, s symbol) {
	if at.Known() && s.name != "" {
		at = i.unqualified(at, s)
		i.found = append(i.found, occurrence{at: at, symbol: s})
	}
}

func (i *indexer) declarations() {
	f := i.program.Flow
	i.libraries()
	for _, d := range f.Config {
		i.declare(d.At, symbol{kind: "setting", name: d.Name}, "config."+d.Name+": "+d.Type.Value)
		i.typeText(d.Type)
	}
	i.fields(check.ArgsName, f.Args)
	for _, t := range f.Types {
		i.within = ast.Namespace(t.Name)
		i.declare(t.At, symbol{kind: "type", name: t.Name}, t.Name+": "+typeWords(t))
		for _, w := range t.Words {
			i.declare(w.At, symbol{"word", t.Name, w.Name}, w.Name+": a word of "+t.Name)
		}
		i.fields(t.Name, t.Fields)
	}
	for _, s := range f.Stores {
		i.within = ast.Namespace(s.Name)
		i.declare(s.At, symbol{kind: "store", name: s.Name}, "the store "+s.Name+", key "+s.KeyAt.Text())
		for _, part := range s.Key {
			if part.Hole != nil {
				i.declare(part.Hole.At, symbol{"key", s.Name, part.Hole.Name}, "the hole of the store's key")
			}
		}
		i.fields(s.Name, s.Fields)
	}
	for _, d := range f.Calendars {
		i.declare(d.At, symbol{kind: "calendar", name: d.Name}, "the calendar "+d.Name+", local time of "+d.Zone.Name)
	}
	for _, p := range f.Prompts {
		i.declare(p.At, symbol{kind: "prompt", name: p.Name}, promptText(p))
	}
	i.languages()
	for _, r := range f.Result {
		i.declare(r.At, symbol{kind: "result field", name: r.Name}, "the result field "+r.Name+", "+quote(r.Start.Value)+" at the start")
	}
	for _, b := range f.Blocks {
		block := i.program.Blocks[b.Name]
		i.within = ast.Namespace(b.Name)
		i.declare(b.At, symbol{kind: "block", name: b.Name}, blockHead(b))
		for n, need := range b.Needs {
			if block != nil && n < len(block.Needs) {
				i.declare(need.At, symbol{kind: "name", name: block.Needs[n].Slot}, need.Name+": "+need.Type.Value+" (needed by "+b.Name+")")
			}
			i.typeText(need.Type)
			if block != nil && block.Defaults[need.Name] != nil {
				i.given(block.Defaults[need.Name])
			}
		}
	}
	i.gives()
	for _, bound := range i.program.Bound {
		for _, b := range bound {
			i.binding(b)
		}
	}
	for _, b := range i.program.Set {
		i.binding(b)
	}
}

func (i *indexer) binding(b *expr.Binding) {
	if b != nil {
		i.declare(b.At, symbol{kind: "name", name: b.Slot}, b.Name+": "+b.Type.String())
	}
}

func (i *indexer) fields(owner string, list []ast.Decl) {
	for _, d := range list {
		i.declare(d.At, symbol{"field", owner, d.Name}, owner+"."+d.Name+": "+d.Type.Value)
		i.typeText(d.Type)
	}
}

// typeText finds the flow's own types in the text of a type, and the words of an
// enumeration without a name.
func (i *indexer) typeText(text source.Text) {
	if strings.Contains(text.Value, "|") {
		i.words(text)
		return
	}
	for _, word := range text.Split(' ') {
		name := word.Value
		if !ast.Qualified(name) {
			name = i.within + name
		}
		if slices.ContainsFunc(i.program.Flow.Types, func(t ast.TypeDecl) bool { return t.Name == name }) {
			i.use(word.All(), symbol{kind: "type", name: name})
		}
	}
}

func (i *indexer) words(text source.Text) {
	first, _, _ := strings.Cut(text.Value, "|")
	from := strings.LastIndexByte(strings.TrimRight(first, " "), ' ') + 1 // behind `optional` and its like
	words := text.Slice(from, len(text.Value)).Split('|')
	names := make([]string, len(words))
	for n, w := range words {
		names[n] = w.Value
	}
	owner := strings.Join(names, " | ")
	for _, w := range words {
		i.declare(w.All(), symbol{"word", owner, w.Value}, w.Value+": a word of "+owner)
	}
}

func (i *indexer) step(s *ast.Step) {
	i.named(s)
	if s.Head != nil {
		i.value(s, s.Verb.Head, s.Head)
	}
	for _, f := range s.Fields {
		if field, ok := s.Verb.Field(f.Name); ok {
			i.value(s, field, f.Value)
		}
	}
}

func (i *indexer) value(s *ast.Step, field spec.Field, v *ast.Value) {
	i.expr(v.Expr)
	i.template(v.Tmpl)
	for _, h := range v.Prompts {
		i.heard(h)
	}
	for _, a := range v.Args {
		i.arg(s, field, a)
	}
	for _, n := range v.Notes {
		if field.Kind == spec.Notes {
			i.use(n.At, symbol{kind: "result field", name: n.Name})
		}
		i.template(n.Value)
	}
	for _, c := range v.Cases {
		i.expr(c.When)
	}
	for _, t := range v.Targets {
		i.value(s, field, t)
	}
	if bound := i.program.Bound[s]; field.Kind == spec.Decls && len(bound) > 0 {
		i.fields(bound[0].Type.Name, v.Decls)
	}
	for _, f := range v.Fields {
		for _, inner := range field.Fields {
			if inner.Name == f.Name {
				i.value(s, inner, f.Value)
			}
		}
	}
	if field.Kind == spec.Name && (field.Of == "block" || field.Of == "store" || field.Of == "calendar" || field.Of == "language") {
		i.use(v.At, symbol{kind: field.Of, name: v.Text.Value})
	}
}

func (i *indexer) heard(h *ast.Heard) {
	if need := i.program.Spoken[h].Need; need != nil {
		i.expr(need)
	} else {
		i.use(h.Prompt.At, symbol{kind: "prompt", name: h.Prompt.Name})
	}
	for _, a := range h.Args {
		i.expr(a.Value)
	}
	i.template(h.Text)
	i.expr(h.File)
}

// arg is a need of a block, a hole of a key, or a name that `set` binds.
func (i *indexer) arg(s *ast.Step, field spec.Field, a *ast.Arg) {
	i.given(a)
	switch {
	case field.Name == "with" && s.Head != nil:
		if b := i.program.Blocks[s.Head.Text.Value]; b != nil {
			for _, need := range b.Needs {
				if need.Name == a.Name {
					i.use(a.At, symbol{kind: "name", name: need.Slot})
				}
			}
		}
	case field.Name == "value" && s.Head != nil:
		i.use(a.At, symbol{"field", s.Head.Text.Value, a.Name})
	case field.Name == "key":
		store := s.Head
		if accept := s.Field("accept"); accept != nil {
			store = accept.Field("lookup")
		}
		if store != nil {
			i.use(a.At, symbol{"key", store.Text.Value, a.Name})
		}
	}
}

func (i *indexer) template(t *expr.Template) {
	if t == nil {
		return
	}
	for _, hole := range t.Holes() {
		i.expr(hole)
	}
}

func (i *indexer) expr(e *expr.Expr) {
	e.Walk(func(n *expr.Expr) {
		switch {
		case n.Op == expr.Name && n.Binding != nil && n.Binding.Kind == expr.Local:
			i.use(n.At, symbol{kind: "name", name: n.Binding.Slot})
		case n.Op == expr.Word:
			i.use(n.At, symbol{"word", n.Type.Name, n.Value})
		case n.Op == expr.Field && n.Args[0].Binding != nil && n.Args[0].Binding.Kind == expr.Config:
			i.use(n.NameAt, symbol{kind: "setting", name: n.Value})
		case n.Op == expr.Field && n.Args[0].Binding != nil && n.Args[0].Binding.Kind == expr.Result:
			i.use(n.NameAt, symbol{kind: "result field", name: n.Value})
		case n.Op == expr.Field && n.Args[0].Type.Kind == types.Record:
			i.use(n.NameAt, symbol{"field", n.Args[0].Type.Name, n.Value})
		}
	})
}
