package check

import (
	"slices"
	"strings"

	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/expr"
	"github.com/ringflow/ringflow/flow/spec"
	"github.com/ringflow/ringflow/flow/types"
)

// plurals is the rule that a text in plural forms has exactly the forms that its
// language has.
func plurals(c *checker) {
	for _, p := range c.Flow.Prompts {
		c.pluralForms(p.Text)
	}
	for _, l := range c.Languages {
		for _, p := range l.Language.Prompts {
			c.pluralForms(p.Text)
		}
	}
}

func (c *checker) pluralForms(t *expr.Template) {
	if t == nil || t.Plural == nil {
		return
	}
	plural := t.Plural
	has := expr.CategoriesOf(plural.Language)
	for _, f := range plural.Forms {
		if !slices.Contains(has, f.Category) {
			c.add(diag.PluralForms, f.At, "`%s` has no plural form `%s`", plural.Language, f.Category).Labelled("never heard").Helped("it has %s", diag.OneOf(has))
		}
	}
	var missing []string
	for _, category := range has {
		if plural.Form(category) == nil {
			missing = append(missing, category)
		}
	}
	if len(missing) > 0 {
		c.add(diag.PluralForms, plural.At, "`%s` needs the plural form %s too", plural.Language, strings.Join(quotedAll(missing), " and ")).
			Helped("in `%s` numbers are %s; for instance %s", plural.Language, diag.OneOf(has), examples(plural.Language, missing[0]))
	}
}

// examples are numbers that have a plural category.
func examples(lang, category string) string {
	var out []string
	for n := 0.0; n < 1000 && len(out) < 3; n++ {
		if expr.PluralCategory(lang, n) == category {
			out = append(out, expr.Show(n))
		}
	}
	switch len(out) {
	case 0:
		return "1.5 is `" + category + "`"
	case 1:
		return out[0] + " is `" + category + "`"
	}
	return strings.Join(out, ", ") + " are `" + category + "`"
}

func quotedAll(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = "`" + w + "`"
	}
	return out
}

// plural checks the number that chooses among the forms of a text, and the forms.
func (c *checker) plural(p *expr.Plural, field spec.Field, e *env) {
	t := expr.Expect(p.Of, types.Of(types.Number), scope{e, c}, c.report)
	c.use(p.Of)
	if t.Kind != types.Bad {
		c.sink(p.Of.At, t, field, p.Of)
	}
	for _, f := range p.Forms {
		c.template(f.Text, field, e)
	}
}

// aloud reports a value that the language of its text has no words for.
func (c *checker) aloud(x *expr.Expr, lang string) {
	if lang == "" || !expr.ReadAloud(x.Type) || expr.AloudFor(x.Type, lang) != nil {
		return
	}
	d := c.add(diag.UnknownSpeech, x.At, "a text in `%s` cannot say %s", lang, x.Type).
		Helped("`{text(%s)}` says it as it is written", x.At.Text())
	if all := expr.AloudLanguages(x.Type); len(all) > 0 {
		d.Noted("there are words for it in %s", diag.Words(all))
	}
}
