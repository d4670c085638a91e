package calltest

import (
	"regexp"
	"strings"

	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/expr"
	"github.com/ringflow/ringflow/flow/source"

	"github.com/ringflow/ringflow/runtime-shim/phone"
)

// inLanguages returns what a prompt is in one language; without one, in all of
// them.
func (r *reader) inLanguages(p *ast.Prompt, language *source.Node) []*ast.Prompt {
	program := r.suite.Subject.Program
	first := program.Flow.Language.Name
	if language != nil && language.Is(first) {
		return []*ast.Prompt{p}
	}
	all, names := []*ast.Prompt{p}, []string{first}
	for _, l := range program.Languages {
		q := l.Prompts[p.Name]
		if q == nil {
			continue
		}
		if language != nil && language.Is(l.Name) {
			return []*ast.Prompt{q}
		}
		all, names = append(all, q), append(names, l.Name)
	}
	if language != nil {
		r.Report.Add(diag.BadValue, language.Span, "the prompt `%s` has no text in `%s`", p.Name, language.Text.Value).Meant(language.Text.Value, names)
	}
	return all
}

// heardOf fills in what can be heard of a prompt in any of the languages.
func (r *reader) heardOf(h *phone.Hears, all []*ast.Prompt, n *source.Node) {
	var forms []*expr.Template
	files := 0
	for _, p := range all {
		switch {
		case p.File != nil:
			files++
			h.URL, _ = p.File.Literal()
		case p.Text != nil:
			forms = append(forms, texts(p.Text)...)
		}
	}
	if files > 0 && len(all) > 1 {
		h.URL = ""
		r.Report.Add(diag.BadValue, n.Span, "`%s` is a sound in some language, so that it has to be said which one is heard", h.Name).
			Helped("write {prompt: %s, language: ...}", h.Name)
		return
	}
	if files == 0 {
		matcher(h, forms)
	}
}

// texts are the texts that a prompt can be: one, or one for each plural form.
func texts(t *expr.Template) []*expr.Template {
	if t.Plural == nil {
		return []*expr.Template{t}
	}
	var out []*expr.Template
	for _, f := range t.Plural.Forms {
		out = append(out, f.Text)
	}
	return out
}

// matcher is a text, or a pattern for several texts and for texts with holes.
func matcher(h *phone.Hears, forms []*expr.Template) {
	if len(forms) == 1 {
		if literal, ok := forms[0].Literal(); ok {
			h.Text = literal
			return
		}
	}
	patterns := make([]string, len(forms))
	for i, t := range forms {
		for _, part := range t.Parts {
			if part.Hole != nil {
				patterns[i] += ".*"
			} else {
				patterns[i] += regexp.QuoteMeta(part.Text)
			}
		}
	}
	if len(patterns) == 1 {
		h.Matches = "^" + patterns[0] + "$"
		return
	}
	h.Matches = "^(?:" + strings.Join(patterns, "|") + ")$"
}
