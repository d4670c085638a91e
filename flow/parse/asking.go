package parse

import (
	"strings"

	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/shape"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/spec"
)

// texts reads one text or a list of them.
func (p *parser) texts(n *source.Node, what string) []source.Text {
	items := []*source.Node{n}
	if n.Kind == source.List {
		items = n.Items
	}
	var out []source.Text
	for _, item := range items {
		text, ok := p.Text(item, what)
		if !ok {
			continue
		}
		if strings.TrimSpace(text.Value) == "" {
			p.Report.Add(diag.BadValue, item.Span, "%s is empty", what)
			continue
		}
		out = append(out, text)
	}
	return out
}

// phrases reads the words of a `listen` with what callers say for them; ok is false
// when one of them could not be read.
func (p *parser) phrases(n *source.Node) (out []*ast.Phrase, ok bool) {
	ok = true
	for _, e := range n.Entries {
		word, named := p.Name(e.Key, "a word")
		if ok = ok && named; !named {
			continue
		}
		phrase := &ast.Phrase{Ident: ast.Ident{Name: word, At: e.Key.Span}}
		if e.Value.Kind == source.Map {
			p.Entries(e.Value, spec.PhraseFields(), "the word", e.Key.Span, func(f spec.Field, inner source.Entry) {
				switch f.Name {
				case "says":
					phrase.Says = p.texts(inner.Value, "a phrase")
				case "key":
					phrase.Key, phrase.KeyAt = p.oneKey(inner.Value, f), inner.Value.Span
				}
			})
		} else {
			phrase.Says = p.texts(e.Value, "a phrase")
		}
		out = append(out, phrase)
	}
	return out, ok
}

// oneKey reads a single telephone key, "" when it is none.
func (p *parser) oneKey(n *source.Node, f spec.Field) string {
	text, ok := p.Text(n, "a telephone key")
	switch {
	case !ok || !p.keys(text, n.Span, f):
		return ""
	case len(text.Value) > 1:
		p.Report.Add(diag.BadValue, n.Span, "`%s` are several keys", text.Value).Helped("write one, such as `%s`", text.Value[:1])
		return ""
	}
	return text.Value
}

// labels reads the options of a menu.
func (p *parser) labels(n *source.Node) []ast.Label {
	var out []ast.Label
	for _, e := range n.Entries {
		key := p.oneKey(e.Key, spec.Field{Name: "options", Kind: spec.Labels})
		text, ok := p.Text(e.Value, "a text")
		if ok && strings.TrimSpace(text.Value) == "" {
			p.Report.Add(diag.BadValue, shape.HeadOf(e.Value), "a text is empty")
		} else if ok && key != "" {
			out = append(out, ast.Label{Ident: ast.Ident{Name: key, At: e.Key.Span}, Text: text})
		}
	}
	return out
}
