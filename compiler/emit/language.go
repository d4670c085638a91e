package emit

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/ringflow/ringflow/flow/expr"

	"github.com/ringflow/ringflow/compiler/ir"
)

// said writes a part, in several languages as a choice that is made when it is heard.
func (e *emitter) said(p ir.Part) string {
	out := e.one(p)
	for i := len(p.Translations) - 1; i >= 0; i-- {
		t := p.Translations[i]
		if text := e.one(t.Part); text != out {
			out = "(" + e.use("language") + "() === " + quote(t.Language) + " ? " + text + " : " + out + ")"
		}
	}
	return out
}

// oneLanguage reports whether a part is the same in every language.
func (e *emitter) oneLanguage(p ir.Part) bool {
	out := e.one(p)
	for _, t := range p.Translations {
		if e.one(t.Part) != out {
			return false
		}
	}
	return true
}

// firstLanguage writes the language that a call begins in, for flows that ask for it.
func (e *emitter) firstLanguage() string {
	if len(e.p.Languages) == 0 && !e.uses["language"] {
		return ""
	}
	return e.use("speakIn") + "(" + quote(e.p.Language) + ");"
}

// voice writes who speaks.
func (e *emitter) voice() string {
	out := "VoiceList." + e.p.Voice
	for _, l := range e.p.Languages {
		out = e.use("language") + "() === " + quote(l.Name) + " ? VoiceList." + l.Voice + " : " + out
	}
	return out
}

// plural writes a text in plural forms: the forms by category, and the rule of
// the language that chooses one.
func (e *emitter) plural(p *expr.Plural) string {
	rule := expr.PluralRule(p.Language)
	if rule == "" {
		return "(" + e.template(p.Form("other")) + ")"
	}
	var forms []string
	for _, category := range expr.CategoriesOf(p.Language) {
		forms = append(forms, category+": "+e.template(p.Form(category)))
	}
	return "({ " + strings.Join(forms, ", ") + " })[" + e.use(rule) + "(" + e.expr(p.Of) + ")]"
}

// spokenOnly reports whether a part is a text in every language.
func spokenOnly(p ir.Part) bool {
	for _, t := range p.Translations {
		if t.Say == nil {
			return false
		}
	}
	return p.Say != nil
}

// fills writes what fills a hole of a text. In markup it is text and no markup.
func (e *emitter) fills(t *expr.Template, x *expr.Expr) string {
	text := e.aloud(t, x)
	if t.Markup {
		return e.use("escaped") + "(" + text + ")"
	}
	return text
}

// aloud writes a value as a voice reads it, by the words of the text's language.
func (e *emitter) aloud(t *expr.Template, x *expr.Expr) string {
	aloud := expr.AloudFor(x.Type, t.Language)
	if aloud == nil {
		return e.hole(x)
	}
	if e.tables == nil {
		e.tables = map[string]any{}
	}
	e.tables[aloud.Name] = aloud.Words
	rule := ""
	if aloud.Rule != "" {
		rule = ", " + e.use(aloud.Rule)
	}
	return e.use(aloud.JS) + "(" + e.expr(x) + ", " + aloud.Name + rule + ")"
}

// wordTables writes the words of the languages in which values are read aloud.
func (e *emitter) wordTables(w *printer) {
	for _, name := range slices.Sorted(maps.Keys(e.tables)) {
		table, err := json.Marshal(e.tables[name])
		if err != nil {
			panic(fmt.Sprintf("emit: words are always marshalable: %v", err))
		}
		w.line("const %s = %s;", name, table)
	}
}
