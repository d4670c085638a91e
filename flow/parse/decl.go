package parse

import (
	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/expr"
	"github.com/ringflow/ringflow/flow/shape"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/spec"
)

// defaulted reads a mapping of names to types, or to types with defaults.
func (p *parser) defaulted(n *source.Node, what string) []ast.Decl {
	if n.Kind == source.Null && !n.Bad || !p.Want(n, source.Map, "a mapping of names to types") {
		return nil
	}
	var out []ast.Decl
	for _, e := range n.Entries {
		d := ast.Decl{Ident: p.name(e.Key, what)}
		if e.Value.Kind == source.Map {
			p.Entries(e.Value, spec.DeclFields(), "`"+d.Name+"`", d.At, func(f spec.Field, e source.Entry) {
				text, ok := p.Text(e.Value, f.Kind.String())
				switch {
				case !ok:
				case f.Name == "type":
					d.Type = text
				case what == "a need":
					d.Default = &ast.Default{Text: text, Expr: expr.Parse(text, p.Report)}
				default:
					d.Default = &ast.Default{Text: text}
				}
			})
		} else if text, ok := p.Text(e.Value, "a type"); ok {
			d.Type = text
		}
		if d.Type.Value != "" {
			out = append(out, d)
		}
	}
	return out
}

// uses reads the libraries that a file uses.
func (p *parser) uses(n *source.Node) []*ast.Use {
	if !p.Want(n, source.Map, "a mapping of libraries to their files") {
		return nil
	}
	var out []*ast.Use
	for _, e := range n.Entries {
		u := &ast.Use{Ident: p.name(e.Key, "a library")}
		if !shape.NameForm.MatchString(u.Name) {
			continue
		}
		if text, ok := p.Text(e.Value, "the library's file"); ok {
			u.File = text
			out = append(out, u)
		}
	}
	return out
}
