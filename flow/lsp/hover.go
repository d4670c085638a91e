package lsp

import (
	"slices"
	"strings"

	"github.com/ringflow/ringflow/flow/expr"
	"github.com/ringflow/ringflow/flow/source"
)

// hover shows what a name stands for, or what the registry says of a word.
func (s *Server) hover(d *document, p documentParams) any {
	if o, a, ok := s.at(d, p.Position); ok {
		for _, other := range a.uses {
			if other.symbol == o.symbol && other.declares {
				return hoverResult{markup{"markdown", o.symbol.kind + "\n\n```text\n" + other.about + "\n```"}, rangeOf(o.at)}
			}
		}
	}
	root := s.analyses[d.name].root
	whole, ok := topOf(d.name)
	if root == nil || !ok {
		return nil
	}
	at := offset(d.file, p.Position)
	here, ok := find(root, whole, at)
	if !ok {
		return nil
	}
	if head, text := here.documented(); text != "" {
		return hoverResult{markup{"markdown", "**" + head + "**\n\n" + text}, rangeOf(here.node.Span)}
	}
	return function(d.file, at)
}

// function documents the function whose name stands at an offset.
func function(f *source.File, at int) any {
	start := at - len(wordBefore(f.Text[:at]))
	end := at
	for end < len(f.Text) && wordBefore(f.Text[:end+1]) != "" {
		end++
	}
	if !strings.HasPrefix(f.Text[end:], "(") {
		return nil
	}
	i := slices.IndexFunc(expr.Functions(), func(fn expr.Function) bool { return fn.Name == f.Text[start:end] })
	if i < 0 {
		return nil
	}
	fn := expr.Functions()[i]
	return hoverResult{markup{"markdown", "**" + fn.Signature() + "**\n\n" + fn.Doc}, rangeOf(source.Span{File: f, Start: start, End: end})}
}
