package check

import (
	"slices"
	"strings"
	"unicode"

	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/expr"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/spec"
)

// Language is a further language of the flow.
type Language struct {
	*ast.Language
	Speaks  string // the voice: path in the platform's list, without "VoiceList."
	Prompts map[string]*ast.Prompt
}

// declareLanguages reads the further languages, each with a voice and texts.
func (c *checker) declareLanguages() {
	for i, l := range c.Flow.Languages {
		switch j := slices.IndexFunc(c.Flow.Languages, func(o *ast.Language) bool { return o.Name == l.Name }); {
		case l.Name == c.Flow.Language.Name:
			c.add(diag.DeclaredTwice, l.At, "`%s` is the flow's language already", l.Name).Also(c.Flow.Language.At, "here").Helped("`languages:` has further languages")
			continue
		case j < i:
			c.twice("the language", l.Ident, c.Flow.Languages[j].At)
			continue
		}
		further := &Language{Language: l, Speaks: c.voiceOf(l.Ident, l.Voice), Prompts: map[string]*ast.Prompt{}}
		for _, p := range l.Prompts {
			if first := further.Prompts[p.Name]; first != nil {
				c.twice("the prompt", p.Ident, first.At)
				continue
			}
			further.Prompts[p.Name] = p
		}
		c.Languages = append(c.Languages, further)
	}
}

// languageNames are all languages of the flow, its own first.
func (c *checker) languageNames() []string {
	out := []string{c.Flow.Language.Name}
	for _, l := range c.Languages {
		out = append(out, l.Name)
	}
	return out
}

// switchTo checks the language that a step switches to.
func (c *checker) switchTo(name string, at source.Span) {
	c.used.languages[name] = true
	texts := c.Flow.Texts
	if slices.Contains(c.languageNames(), name) || slices.Contains(texts, name) || slices.Contains(texts, "") {
		return
	}
	if texts != nil {
		c.add(diag.UnknownName, at, "the library has no texts in `%s`", name).Meant(name, texts)
		return
	}
	d := c.add(diag.UnknownName, at, "the flow does not speak `%s`", name)
	if len(c.Languages) == 0 || diag.Nearest(name, c.languageNames()) == "" {
		d.Helped("declare it: `languages: [%s]`", name)
		return
	}
	d.Meant(name, c.languageNames())
}

// inLanguages returns what a use of a prompt says in the further languages. Nil
// stands for one whose text is missing or wrong, which is reported.
func (c *checker) inLanguages(p *ast.Prompt, given map[string]*expr.Expr, h *ast.Heard, field spec.Field, e *env) []Spoken {
	var out []Spoken
	for _, l := range c.Languages {
		q := l.Prompts[p.Name]
		if q == nil || textOf(q) == nil || !sameHoles(p, q) {
			continue
		}
		filled := textOf(q).Fill(given)
		c.filled(filled, h, field, e)
		if q.Text != nil {
			out = append(out, Spoken{Language: l.Name, Text: filled})
		} else {
			out = append(out, Spoken{Language: l.Name, File: filled})
		}
	}
	return out
}

// inPlace returns what a text without a name says in the further languages: the
// same, but values are read aloud as each language does.
func (c *checker) inPlace(text *expr.Template) []Spoken {
	var out []Spoken
	for _, l := range c.Languages {
		other := *text
		other.Language = l.Name
		out = append(out, Spoken{Language: l.Name, Text: &other})
	}
	return out
}

// oneLanguage advises on words in place, which every language would hear.
func (c *checker) oneLanguage(text *expr.Template) {
	if len(c.Languages) == 0 {
		return
	}
	for _, part := range text.Parts {
		if part.Hole == nil && !text.Markup && strings.IndexFunc(part.Text, unicode.IsLetter) >= 0 {
			c.add(diag.OneLanguage, text.At, "this text is the same in all languages of the flow").
				Also(c.Languages[0].At, "the flow speaks this too").Helped("give it a name under `prompts:`, with a text in each language")
			return
		}
	}
}

func textOf(p *ast.Prompt) *expr.Template {
	if p.Text != nil {
		return p.Text
	}
	return p.File
}

func sameHoles(p, q *ast.Prompt) bool {
	return len(lackedHoles(p, q)) == 0 && len(lackedHoles(q, p)) == 0
}

// lackedHoles lists the holes of p that q does not have.
func lackedHoles(p, q *ast.Prompt) []holeName {
	var out []holeName
	theirs := holeNames(textOf(q))
	for _, h := range holeNames(textOf(p)) {
		if !slices.ContainsFunc(theirs, func(o holeName) bool { return o.name == h.name }) {
			out = append(out, h)
		}
	}
	return out
}

// translations is the rule that every prompt that is used has a text in every
// language, with the same holes.
func translations(c *checker) {
	for _, l := range c.Languages {
		var missing []*ast.Prompt
		for _, p := range c.Flow.Prompts {
			switch q := l.Prompts[p.Name]; {
			case !c.used.prompts[p.Name] || c.Prompts[p.Name] != p || textOf(p) == nil:
			case q == nil:
				missing = append(missing, p)
			case textOf(q) != nil:
				c.compareHoles(p, q, l)
			}
		}
		if len(missing) > 0 && !l.Unread {
			c.notTranslated(l, missing)
		}
	}
}

func (c *checker) notTranslated(l *Language, missing []*ast.Prompt) {
	names := make([]string, len(missing))
	for i, p := range missing {
		names[i] = p.Name
	}
	at := l.TextsAt
	if !at.Known() {
		at = l.At
	}
	d := c.add(diag.NotTranslated, at, "in `%s` there is no text for %s", l.Name, diag.Words(names))
	for _, p := range missing[:min(3, len(missing))] {
		d.Also(p.At, "in `%s` it is here", c.Flow.Language.Name)
	}
	d.Helped("a call can be in `%s` wherever a prompt is heard: add the text there", l.Name)
}

func (c *checker) compareHoles(p, q *ast.Prompt, l *Language) {
	lacked, own := lackedHoles(p, q), lackedHoles(q, p)
	if len(lacked) == 1 && len(own) == 1 {
		c.add(diag.OtherHoles, own[0].at, "the hole of the prompt `%s` is `%s` in `%s` and `%s` here", p.Name, lacked[0].name, c.Flow.Language.Name, own[0].name).
			Also(lacked[0].at, "in `%s`", c.Flow.Language.Name).Helped("write {%s}", lacked[0].name).
			Fixed(own[0].at, lacked[0].name, "replace it by `"+lacked[0].name+"`")
		return
	}
	for _, h := range lacked {
		c.add(diag.OtherHoles, q.At, "the prompt `%s` has no hole `%s` in `%s`", p.Name, h.name, l.Name).
			Also(h.at, "in `%s` it has", c.Flow.Language.Name).Helped("say {%s} here too, or in none of the languages", h.name)
	}
	for _, h := range own {
		d := c.add(diag.OtherHoles, h.at, "the prompt `%s` has a hole `%s` in `%s` alone", p.Name, h.name, l.Name).Also(p.At, "in `%s` it has none", c.Flow.Language.Name)
		if names := holeNames(textOf(p)); meantHole(names, h.name) != "" {
			d.Meant(h.name, []string{meantHole(names, h.name)})
		} else {
			d.Helped("give it this hole in every language, or remove it")
		}
	}
}

// unspoken advises on languages that no step switches to, and on texts that no
// other language has.
func unspoken(c *checker) {
	if c.report.Failed() {
		return
	}
	for _, l := range c.Languages {
		if !c.used.languages[l.Name] && c.Flow.Main != nil { // those of a library are its flow's
			c.add(diag.Unused, l.At, "no call is ever in `%s`", l.Name).Helped("switch to it with a step `language: %s`, or remove it", l.Name)
		}
		for _, p := range l.Language.Prompts {
			if c.Prompts[p.Name] == nil {
				c.add(diag.Unused, p.At, "the prompt `%s` is never used", p.Name).Helped("use it, or remove it")
			}
		}
	}
}
