package parse

import (
	"slices"

	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/shape"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/spec"
)

// targets reads who is called: one or a list. Each becomes a group.
func (p *parser) targets(n *source.Node, field spec.Field) []*ast.Value {
	items := []*source.Node{n}
	if n.Kind == source.List {
		items = n.Items
		if len(items) == 0 {
			p.Report.Add(diag.WrongShape, n.Span, "nobody stands in the list of who is called").Helped("write a number, {user: NAME} or {sip: ADDRESS}")
		}
	}
	var out []*ast.Value
	for _, item := range items {
		if v := p.target(item, field); v != nil {
			out = append(out, v)
		}
	}
	return out
}

func (p *parser) target(n *source.Node, field spec.Field) *ast.Value {
	v := &ast.Value{Kind: spec.Group, At: n.Span}
	if n.Kind == source.Scalar {
		number := field.Fields[0]
		v.Fields = []*ast.Field{{Ident: ast.Ident{Name: number.Name, At: n.Span}, Value: p.value(n, number)}}
		return v
	}
	if !p.Want(n, source.Map, "a number, {user: NAME}, {sip: ADDRESS} or {numbers: LIST, at_most: 3}") {
		return nil
	}
	p.group(v, n, field)
	p.targetForm(v, n)
	return v
}

// targetForm demands exactly one way to say who is called.
func (p *parser) targetForm(v *ast.Value, n *source.Node) {
	var forms []*ast.Field
	for _, f := range v.Fields {
		if slices.Contains(spec.TargetForms(), f.Name) {
			forms = append(forms, f)
		}
	}
	numbers, most := v.Field("numbers"), v.Field("at_most")
	switch {
	case len(forms) == 0 && !n.Bad:
		p.Report.Add(diag.MissingKey, shape.HeadOf(n), "nothing says who is called").Helped("add one of %s", diag.Words(spec.TargetForms()))
	case len(forms) > 1:
		p.Report.Add(diag.WrongShape, forms[1].At, "one target has `%s` and `%s`", forms[0].Name, forms[1].Name).Also(forms[0].At, "the first").
			Helped("make two of them, as a list: [{%s: ...}, {%s: ...}]", forms[0].Name, forms[1].Name)
	case numbers != nil && most == nil:
		p.Report.Add(diag.MissingKey, forms[0].At, "nothing says how many of `numbers` are called").Helped("add `at_most: 3`; a session has 50 calls, of which 10 may ring at once")
	case numbers == nil && most != nil:
		p.Report.Add(diag.WrongShape, most.At, "`at_most` goes with `numbers`").Helped("remove it")
	}
}
