package lsp

import (
	"strings"

	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/source"
)

// libraries notes the names of libraries, and what they need of a flow: there
// these are other places of the flow's own settings and result fields.
func (i *indexer) libraries() {
	f := i.program.Flow
	i.library(f)
	for _, lib := range f.With {
		i.library(lib)
		for _, d := range lib.Config {
			i.use(d.At, symbol{kind: "setting", name: d.Name})
		}
		for _, r := range lib.Result {
			i.use(r.At, symbol{kind: "result field", name: r.Name})
		}
	}
}

func (i *indexer) library(f *ast.Flow) {
	i.declare(f.Library.At, symbol{kind: "library", name: f.Library.Name}, "the library "+f.Library.Name)
	for _, u := range f.Uses {
		i.use(u.At, symbol{kind: "library", name: u.Name})
	}
}

// unqualified returns the part of a place that is the symbol's own name, and notes
// the library in front of it.
func (i *indexer) unqualified(at source.Span, s symbol) source.Span {
	name := s.name
	if s.kind == "key" {
		return at
	}
	k := strings.LastIndex(at.Text(), name)
	if !ast.Qualified(name) || k < 0 {
		return at
	}
	ns := ast.Namespace(name)
	from := at.Start + k
	i.use(source.Span{File: at.File, Start: from, End: from + len(ns) - 1}, symbol{kind: "library", name: strings.TrimSuffix(ns, ".")})
	return source.Span{File: at.File, Start: from + len(ns), End: from + len(name)}
}

// given is a value for a hole, a need or a name, or the name of a prompt.
func (i *indexer) given(a *ast.Arg) {
	if h := i.program.Given[a]; h != nil {
		i.use(h.Prompt.At, symbol{kind: "prompt", name: h.Prompt.Name})
		return
	}
	i.expr(a.Value)
}

// gives notes what blocks give: another place of the names that are bound in them.
func (i *indexer) gives() {
	for _, b := range i.program.Flow.Blocks {
		block := i.program.Blocks[b.Name]
		i.within = ast.Namespace(b.Name)
		for _, d := range b.Gives {
			if block != nil && block.Back[d.Name] != nil {
				i.use(d.At, symbol{kind: "name", name: block.Back[d.Name].Slot})
			}
			i.typeText(d.Type)
		}
	}
}
