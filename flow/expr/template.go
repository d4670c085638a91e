package expr

import (
	"strings"

	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/source"
)

// Template is a text with holes: "Order {spell(order)} is on its way". With Plural
// it is one of several texts and has no parts of its own.
type Template struct {
	At       source.Span
	Parts    []Part
	Plural   *Plural
	Markup   bool   // it is SSML: what fills a hole is text in it, and no markup
	Language string // of a text that is spoken: how dates and the like are read aloud
}

// Part is literal text, or a hole.
type Part struct {
	Text string
	Hole *Expr // nil for literal text
}

// ParseTemplate reads a text with holes. `{{` and `}}` stand for single braces.
func ParseTemplate(text source.Text, report *diag.List) *Template {
	t := &Template{At: text.All()}
	s := text.Value
	var literal strings.Builder
	for i := 0; i < len(s); {
		switch {
		case strings.HasPrefix(s[i:], "{{"), strings.HasPrefix(s[i:], "}}"):
			literal.WriteByte(s[i])
			i += 2
		case s[i] == '}':
			report.Add(diag.BadExpression, text.Span(i, i+1), "a `}` closes no hole").Helped("write `}}` for a brace that is spoken or shown")
			i++
		case s[i] == '{':
			end := closingBrace(s, i+1)
			if end < 0 {
				report.Add(diag.BadExpression, text.Span(i, i+1), "the hole is not closed").
					Helped("add the closing `}`, or write `{{` for a brace")
				return t.flush(&literal)
			}
			t.flush(&literal)
			t.Parts = append(t.Parts, Part{Hole: Parse(text.Slice(i+1, end), report)})
			i = end + 1
		default:
			literal.WriteByte(s[i])
			i++
		}
	}
	return t.flush(&literal)
}

func (t *Template) flush(b *strings.Builder) *Template {
	if b.Len() > 0 {
		t.Parts = append(t.Parts, Part{Text: b.String()})
		b.Reset()
	}
	return t
}

// closingBrace finds the end of a hole, over texts in quotes.
func closingBrace(s string, from int) int {
	quote := byte(0)
	for i := from; i < len(s); i++ {
		switch c := s[i]; {
		case quote != 0 && c == '\\':
			i++
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '\'' || c == '"':
			quote = c
		case c == '}':
			return i
		case c == '{':
			return -1
		}
	}
	return -1
}

// Literal returns the text of a template without holes.
func (t *Template) Literal() (string, bool) {
	if t.Plural != nil {
		return "", false
	}
	var b strings.Builder
	for _, p := range t.Parts {
		if p.Hole != nil {
			return "", false
		}
		b.WriteString(p.Text)
	}
	return b.String(), true
}

// Holes returns the expressions of the template.
func (t *Template) Holes() []*Expr {
	var out []*Expr
	for _, p := range t.Parts {
		if p.Hole != nil {
			out = append(out, p.Hole)
		}
	}
	if t.Plural != nil {
		out = append(out, t.Plural.Of)
		for _, f := range t.Plural.Forms {
			out = append(out, f.Text.Holes()...)
		}
	}
	return out
}

// Fill returns a copy of the template in which names stand for expressions:
// what a prompt says at one place of its use.
func (t *Template) Fill(given map[string]*Expr) *Template {
	out := *t
	out.Parts = make([]Part, len(t.Parts))
	for i, p := range t.Parts {
		out.Parts[i] = Part{Text: p.Text, Hole: p.Hole.with(given)}
	}
	out.Plural = t.Plural.fill(given)
	return &out
}

// with copies an expression that was not checked yet and puts in what names stand for.
func (e *Expr) with(given map[string]*Expr) *Expr {
	if e == nil {
		return nil
	}
	if e.Op == Name && given[e.Value] != nil {
		return given[e.Value]
	}
	c := *e
	c.Args = make([]*Expr, len(e.Args))
	for i, a := range e.Args {
		c.Args[i] = a.with(given)
	}
	return &c
}
