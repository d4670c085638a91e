package lsp

import (
	"strings"

	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/source"
)

// symbols is the outline of a file: its parts, what they declare, and the steps
// of main, of blocks and of finally, with the outcomes that have steps.
func (s *Server) symbols(d *document, _ documentParams) any {
	a := s.analyses[d.name]
	out := []documentSymbol{}
	if a.root == nil {
		return out
	}
	for _, e := range a.root.Entries {
		item := outlined(e)
		switch name := e.Key.Text.Value; {
		case a.program == nil || name != "main" && name != "finally" && name != "blocks":
			item.Children = entries(e.Value, 1)
		case name == "blocks":
			for _, inner := range e.Value.Entries {
				block := outlined(inner)
				block.Kind = symbolFunction
				if b := a.program.Blocks[inner.Key.Text.Value]; b != nil {
					block.Children = stepSymbols(b.Steps)
				}
				item.Children = append(item.Children, block)
			}
		default:
			if b := a.program.Blocks[name]; b != nil {
				item.Kind, item.Children = symbolFunction, stepSymbols(b.Steps)
			}
		}
		out = append(out, item)
	}
	return out
}

// outlined is one entry. An entry that is one text shows it.
func outlined(e source.Entry) documentSymbol {
	out := documentSymbol{Name: nameFor(e.Key.Text.Value), Kind: symbolProperty, Range: rangeOf(e.Span()), SelectionRange: rangeOf(e.Key.Span)}
	if e.Value.Kind == source.Scalar {
		out.Kind = symbolString
		out.Detail, _, _ = strings.Cut(e.Value.Text.Value, "\n")
	}
	return out
}

func entries(n *source.Node, depth int) []documentSymbol {
	var out []documentSymbol
	for _, e := range n.Entries {
		item := outlined(e)
		if depth > 0 {
			item.Children = entries(e.Value, depth-1)
		}
		out = append(out, item)
	}
	return out
}

func stepSymbols(steps []*ast.Step) []documentSymbol {
	var out []documentSymbol
	for _, s := range steps {
		item := documentSymbol{Name: s.ID[strings.LastIndexByte(s.ID, '/')+1:], Kind: symbolMethod, Range: rangeOf(s.At), SelectionRange: rangeOf(s.VerbAt)}
		for _, inner := range s.Nested() {
			item.Children = append(item.Children, stepSymbols(inner)...)
		}
		out = append(out, item)
	}
	return out
}

// nameFor is a name for the outline, which takes no empty ones.
func nameFor(name string) string {
	if strings.TrimSpace(name) == "" {
		return `""`
	}
	return name
}

// picture draws a flow.
func (s *Server) picture(d *document, _ documentParams) any {
	a := s.analyses[d.name]
	errors, _ := diag.Count(a.found)
	switch {
	case s.diagram == nil || !strings.HasSuffix(d.name, ".flow.yaml"):
		return &Error{requestFailed, d.name + " is not a flow that can be drawn"}
	case a.program == nil || errors > 0:
		return &Error{requestFailed, "a flow with mistakes cannot be drawn"}
	}
	svg, err := s.diagram(a.program)
	if err != nil {
		return &Error{requestFailed, err.Error()}
	}
	return map[string]string{"svg": svg}
}
