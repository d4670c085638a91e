package check

import (
	"slices"

	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/expr"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/spec"
	"github.com/ringflow/ringflow/flow/types"
)

// heard checks one thing that is heard.
func (c *checker) heard(h *ast.Heard, field spec.Field, e *env) {
	switch {
	case h.Text != nil:
		h.Text.Language = c.Flow.Language.Name
		c.template(h.Text, field, e)
		c.oneLanguage(h.Text)
		c.Spoken[h] = Spoken{Text: h.Text, Others: c.inPlace(h.Text)}
	case h.File != nil:
		c.expression(h.File, spec.Field{Type: types.Of(types.URL), Sink: "address of a sound", Audience: "its server"}, e)
	case h.Silence > 0:
	default:
		c.prompt(h, field, e)
	}
}

// prompt checks the use of a prompt: its holes get the values that are given
// here, or those of the same name in scope.
func (c *checker) prompt(h *ast.Heard, field spec.Field, e *env) {
	if need := c.promptNeed(h, e); need != nil {
		c.Spoken[h] = Spoken{Need: &expr.Expr{Op: expr.Name, At: h.Prompt.At, NameAt: h.Prompt.At, Value: need.Name, Type: need.Type, Binding: need}}
		return
	}
	p := c.Prompts[h.Prompt.Name]
	switch {
	case p == nil && (c.Flow.Unread || c.lost(h.Prompt.Name)):
		return
	case p == nil:
		d := c.add(diag.UnknownPrompt, h.Prompt.At, "there is no prompt `%s`", h.Prompt.Name)
		for _, l := range c.Languages {
			if q := l.Prompts[h.Prompt.Name]; q != nil {
				d.Also(q.At, "`%s` has it", l.Name)
			}
		}
		if diag.Nearest(h.Prompt.Name, c.promptNames()) != "" {
			d.Meant(h.Prompt.Name, c.promptNames())
		} else {
			d.Helped("add it under `prompts:`, or write {text: ...} for a text without a name")
		}
		return
	}
	c.used.prompts[p.Name] = true
	given := map[string]*expr.Expr{}
	for _, a := range h.Args {
		expr.Check(a.Value, types.Type{}, scope{e, c}, c.report)
		c.use(a.Value)
		given[a.Name] = a.Value
	}
	text := p.Text
	if text == nil {
		text = p.File
	}
	if text == nil || !c.holes(p, text, h, e) {
		return
	}
	filled := text.Fill(given)
	c.filled(filled, h, field, e)
	others := c.inLanguages(p, given, h, field, e)
	if p.Text != nil {
		c.Spoken[h] = Spoken{Text: filled, Others: others}
	} else {
		c.Spoken[h] = Spoken{File: filled, Others: others}
	}
}

func (c *checker) promptNames() []string {
	var out []string
	for n := range c.Prompts {
		out = append(out, n)
	}
	return out
}

// holes checks that every name of the prompt's holes has a value at this use,
// and that every value has a hole.
func (c *checker) holes(p *ast.Prompt, text *expr.Template, h *ast.Heard, e *env) bool {
	ok := true
	names := holeNames(text)
	for _, n := range names {
		if h.Gives(n.name) || slices.ContainsFunc(h.Args, func(a *ast.Arg) bool { return meantHole(names, a.Name) == n.name }) || (scope{e, c}).Lookup(n.name) != nil {
			continue
		}
		ok = false
		if lost := (scope{e, c}).Lost(n.name); lost.Known() {
			c.add(diag.NotOnAllPaths, h.Prompt.At, "`%s` is not known on every way to this place", n.name).
				Also(lost, "this goes on without it").Also(n.at, "the prompt says it here").Helped("bind it there too, or end the call there")
			continue
		}
		c.add(diag.PromptHole, h.Prompt.At, "the prompt `%s` has a hole `%s`, and nothing here is named so", p.Name, n.name).
			Also(n.at, "the hole").Helped("give it a value: {%s: {%s: ...}}", p.Name, n.name)
	}
	for _, a := range h.Args {
		if !slices.ContainsFunc(names, func(n holeName) bool { return n.name == a.Name }) {
			ok = false
			d := c.add(diag.WrongArgument, a.At, "the prompt `%s` has no hole `%s`", p.Name, a.Name).Also(p.At, "the prompt")
			if meant := meantHole(names, a.Name); meant != "" {
				d.Meant(a.Name, []string{meant})
			} else if len(names) > 0 {
				d.Helped("its holes are %s", quoted(names))
			}
		}
	}
	return ok
}

// meantHole returns the hole that a mistyped name was meant for, "" for a name that no hole is near to.
func meantHole(names []holeName, word string) string {
	all := make([]string, len(names))
	for i, n := range names {
		all[i] = n.name
	}
	if slices.Contains(all, word) {
		return ""
	}
	return diag.Nearest(word, all)
}

type holeName struct {
	name string
	at   source.Span
}

// holeNames lists the names that a template's holes use, each once.
func holeNames(t *expr.Template) []holeName {
	var out []holeName
	for _, hole := range t.Holes() {
		hole.Walk(func(n *expr.Expr) {
			if n.Op == expr.Name && !slices.ContainsFunc(out, func(h holeName) bool { return h.name == n.Value }) {
				out = append(out, holeName{n.Value, n.At})
			}
		})
	}
	return out
}

func quoted(names []holeName) string {
	words := make([]string, len(names))
	for i, n := range names {
		words[i] = n.name
	}
	return diag.Words(words)
}

// filled checks the holes of a prompt with their values. A mistake is in the
// prompt's file; the use that brought it up is pointed at too.
func (c *checker) filled(t *expr.Template, h *ast.Heard, field spec.Field, e *env) {
	inner := checker{Program: c.Program, report: &diag.List{}, types: c.types, slots: c.slots, used: c.used, rootNames: c.rootNames}
	sinks := len(c.Sinks)
	inner.template(t, field, e)
	for _, d := range inner.report.Sorted() {
		if d.At.File != h.At.File || !within(d.At, h.At) {
			d.Also(h.At, "used here")
		}
	}
	c.report.Append(*inner.report)
	for i := range c.Sinks[sinks:] {
		c.Sinks[sinks+i].At = h.At
	}
}

func within(inner, outer source.Span) bool {
	return inner.Start >= outer.Start && inner.End <= outer.End
}
