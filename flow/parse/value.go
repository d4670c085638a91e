package parse

import (
	"strings"

	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/expr"
	"github.com/ringflow/ringflow/flow/shape"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/spec"
)

// value reads the value of a field; one that cannot be read is Bad, and an
// expression or a text all the same, so that whoever reads on need not ask.
func (p *parser) value(n *source.Node, field spec.Field) *ast.Value {
	v := &ast.Value{Kind: field.Kind, At: n.Span}
	switch field.Kind {
	case spec.Expr:
		v.Expr = &expr.Expr{Op: expr.Bad, At: n.Span}
	case spec.Text:
		v.Tmpl = &expr.Template{At: n.Span}
	}
	if form := forms[field.Kind]; form != source.Null {
		what := field.Kind.String()
		if field.Kind == spec.Group {
			what = "a mapping with " + diag.OneOf(spec.FieldNames(field.Fields))
		}
		if v.Bad = !p.Want(n, form, what); v.Bad {
			return v
		}
	}
	switch field.Kind {
	case spec.Prompt:
		v.Prompts = p.heardList(n)
	case spec.Cases:
		v.Cases = p.cases(n)
	case spec.Steps:
		v.Steps = p.steps(n)
	case spec.Group:
		p.group(v, n, field)
	case spec.Args:
		v.Args = p.args(n)
	case spec.Notes:
		v.Notes = p.notes(n)
	case spec.Reasons:
		v.Reasons = p.reasons(n)
	case spec.Texts:
		v.Texts = p.texts(n, "a text")
	case spec.Phrases:
		phrases, ok := p.phrases(n)
		v.Phrases, v.Bad = phrases, v.Bad || !ok
	case spec.Labels:
		v.Labels = p.labels(n)
	case spec.Targets:
		v.Targets = p.targets(n, field)
	case spec.Decls:
		v.Decls = p.decls(n, "a field")
	case spec.Headers:
		v.Notes = p.headers(n)
	default:
		v.Bad = !p.scalar(v, n, n.Text, field)
	}
	return v
}

// forms are the kinds of nodes that values are written as; those that are not
// here have several.
var forms = map[spec.Kind]source.Kind{
	spec.Cases: source.List, spec.Group: source.Map, spec.Args: source.Map, spec.Notes: source.Map, spec.Reasons: source.Map, spec.Phrases: source.Map, spec.Labels: source.Map,
	spec.Expr: source.Scalar, spec.Text: source.Scalar, spec.Name: source.Scalar, spec.Word: source.Scalar,
	spec.Duration: source.Scalar, spec.Count: source.Scalar, spec.Flag: source.Scalar, spec.Keys: source.Scalar,
	spec.Decls: source.Map, spec.Headers: source.Map, spec.Code: source.Scalar,
}

// scalar reads a value that is written as one scalar.
func (p *parser) scalar(v *ast.Value, n *source.Node, text source.Text, field spec.Field) (ok bool) {
	v.Text, ok = text, true
	switch field.Kind {
	case spec.Expr:
		v.Expr = expr.Parse(text, p.Report)
	case spec.Text:
		v.Tmpl = expr.ParseTemplate(text, p.Report)
	case spec.Name:
		if field.Of == "slot" || field.Of == "leg" {
			_, ok = p.Name(n, "a name")
		}
	case spec.Word:
		_, ok = p.Word(n, field)
	case spec.Duration:
		v.Number, ok = p.Duration(n, field.Name)
	case spec.Count:
		var count int
		count, ok = p.Count(n, field.Name, orElse(field.Default, "5"))
		v.Number = float64(count)
	case spec.Flag:
		v.Flag, ok = p.Flag(n, field.Name)
	case spec.Keys:
		ok = p.keys(text, n.Span, field)
	}
	return ok
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

// telephoneKeys are the keys that a telephone can send; A to D are not delivered.
const telephoneKeys = "0123456789*#"

func (p *parser) keys(text source.Text, at source.Span, field spec.Field) bool {
	if strings.Trim(text.Value, telephoneKeys) != "" || text.Value == "" {
		p.Report.Add(diag.BadValue, at, "`%s` are not telephone keys", text.Value).Helped("`%s:` takes keys out of %s", field.Name, telephoneKeys)
		return false
	}
	return true
}

func (p *parser) group(v *ast.Value, n *source.Node, field spec.Field) {
	at := n.Span
	if len(n.Entries) > 0 {
		at = n.Entries[0].Key.Span
	}
	p.Entries(n, field.Fields, "`"+field.Name+"`", at, func(f spec.Field, e source.Entry) {
		v.Fields = append(v.Fields, &ast.Field{Ident: ast.Ident{Name: f.Name, At: e.Key.Span}, Value: p.value(e.Value, f)})
	})
}

// args reads a mapping of names to expressions.
func (p *parser) args(n *source.Node) []*ast.Arg {
	var out []*ast.Arg
	for _, e := range n.Entries {
		id := p.name(e.Key, "a name")
		if text, ok := p.Text(e.Value, "an expression"); ok {
			out = append(out, &ast.Arg{Ident: id, Value: expr.Parse(text, p.Report)})
		}
	}
	return out
}

func (p *parser) notes(n *source.Node) []*ast.Note {
	var out []*ast.Note
	for _, e := range n.Entries {
		if text, ok := p.Text(e.Value, "a text"); ok {
			out = append(out, &ast.Note{Ident: ast.Ident{Name: e.Key.Text.Value, At: e.Key.Span}, Value: expr.ParseTemplate(text, p.Report)})
		}
	}
	return out
}

func (p *parser) reasons(n *source.Node) []ast.Reason {
	var out []ast.Reason
	for _, e := range n.Entries {
		id := p.name(e.Key, "a reason's name")
		text, ok := p.Text(e.Value, "a reason")
		if ok && strings.TrimSpace(text.Value) == "" {
			p.Report.Add(diag.BadValue, e.Value.Span, "the reason is empty").Helped("say why this may be known, for whoever reads the certificate")
		}
		out = append(out, ast.Reason{Ident: id, Text: strings.TrimSpace(text.Value)})
	}
	return out
}

// heardList reads what is heard: one thing or a list.
func (p *parser) heardList(n *source.Node) []*ast.Heard {
	items := []*source.Node{n}
	if n.Kind == source.List {
		items = n.Items
	}
	var out []*ast.Heard
	for _, item := range items {
		if h := p.heard(item); h != nil {
			out = append(out, h)
		}
	}
	return out
}

// heard reads a prompt's name, a prompt with arguments, or text, file or silence.
func (p *parser) heard(n *source.Node) *ast.Heard {
	h := &ast.Heard{At: n.Span}
	if n.Kind == source.Scalar {
		h.Prompt = ast.Ident{Name: n.Text.Value, At: n.Span}
		return h
	}
	if !p.Want(n, source.Map, "the name of a prompt") {
		return nil
	}
	if len(n.Entries) != 1 {
		p.Report.Add(diag.WrongShape, shape.HeadOf(n), "%d keys were found where one prompt was expected", len(n.Entries)).
			Helped("write a prompt with its values as {NAME: {hole: value}}, and several prompts as a list")
		return nil
	}
	e := n.Entries[0]
	h.Prompt = ast.Ident{Name: e.Key.Text.Value, At: e.Key.Span}
	return p.heardForm(h, e)
}

func (p *parser) heardForm(h *ast.Heard, e source.Entry) *ast.Heard {
	name := h.Prompt.Name
	if !promptWords[name] {
		if !p.Want(e.Value, source.Map, "the prompt's values by name") {
			return nil
		}
		h.Args = p.args(e.Value)
		return h
	}
	h.Prompt = ast.Ident{}
	text, ok := p.Text(e.Value, "a value for `"+name+"`")
	if !ok {
		return nil
	}
	switch name {
	case "text":
		h.Text = p.spoken(text, "")
	case "ssml":
		h.Text = p.ssml(text, "")
	case "file":
		h.File = expr.Parse(text, p.Report)
	case "silence":
		if h.Silence, ok = p.Duration(e.Value, name); !ok {
			return nil
		}
	}
	return h
}

// cases reads the list of `choose`.
func (p *parser) cases(n *source.Node) []*ast.Case {
	var out []*ast.Case
	for i, item := range n.Items {
		if c := p.oneCase(item, i == len(n.Items)-1); c != nil {
			out = append(out, c)
		}
	}
	return out
}

func (p *parser) oneCase(n *source.Node, last bool) *ast.Case {
	if !p.Want(n, source.Map, "a case with `when` and `do`, or `otherwise`") {
		return nil
	}
	c := &ast.Case{At: n.Span, Slug: "otherwise"}
	p.Entries(n, spec.CaseFields(), "a case", shape.HeadOf(n), func(f spec.Field, e source.Entry) {
		switch f.Name {
		case "do":
			return
		case "when":
			if text, ok := p.Text(e.Value, "a condition"); ok {
				c.When, c.Slug = expr.Parse(text, p.Report), "when."+slug(text.Value)
			}
		case "otherwise":
			if n.Get("do") == nil { // both are reported, and the steps stand under `do`
				c.Do = p.steps(e.Value)
			}
		}
		c.KeyAt = e.Key.Span
	})
	return p.finishCase(c, n, last)
}

func (p *parser) finishCase(c *ast.Case, n *source.Node, last bool) *ast.Case {
	when, otherwise := n.Get("when"), n.Get("otherwise")
	do := n.Get("do")
	switch {
	case when == nil && otherwise == nil:
		p.Report.Add(diag.MissingKey, shape.HeadOf(n), "the case has no condition").Helped("add `when:`, or make it the last one with `otherwise:`")
	case when != nil && otherwise != nil:
		p.Report.Add(diag.WrongShape, c.KeyAt, "a case has `when` or `otherwise`, and this has both").Helped("make `otherwise` a case of its own: `- otherwise: ...`")
		return nil
	case otherwise != nil && !last:
		p.Report.Add(diag.WrongShape, c.KeyAt, "cases behind `otherwise` are never tried").Helped("move `otherwise` to the end")
	case otherwise != nil && do != nil:
		p.Report.Add(diag.WrongShape, shape.HeadOf(n), "`otherwise` has its steps itself").Helped("write `- otherwise: STEPS` without `do:`")
	case when != nil && do == nil:
		p.Report.Add(diag.MissingKey, c.KeyAt, "the case has no `do`").Helped("`do:` takes the steps of the case")
	case do != nil:
		c.Do = p.steps(do)
	}
	return c
}
