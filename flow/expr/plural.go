package expr

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"

	"github.com/ringflow/ringflow/flow/source"
)

// Plural is a text in several forms, one for each plural category of its
// language: "You have one parcel", "You have {count} parcels".
type Plural struct {
	At       source.Span
	Of       *Expr  // the number that chooses
	Language string // BCP 47
	Forms    []Form // as they are written
}

// Form is the text for one plural category.
type Form struct {
	Category string
	At       source.Span // of the category's name
	Text     *Template
}

// Form returns the text of a category, nil when there is none.
func (p *Plural) Form(category string) *Template {
	for _, f := range p.Forms {
		if f.Category == category {
			return f.Text
		}
	}
	return nil
}

func (p *Plural) fill(given map[string]*Expr) *Plural {
	if p == nil {
		return nil
	}
	out := *p
	out.Of, out.Forms = p.Of.with(given), slices.Clone(p.Forms)
	for i := range out.Forms {
		out.Forms[i].Text = out.Forms[i].Text.Fill(given)
	}
	return &out
}

// PluralCategories are the plural categories that Unicode CLDR knows, in its order.
func PluralCategories() []string { return []string{"zero", "one", "two", "few", "many", "other"} }

var categoryNames = map[plural.Form]string{
	plural.Zero: "zero", plural.One: "one", plural.Two: "two", plural.Few: "few", plural.Many: "many", plural.Other: "other",
}

// PluralCategory returns the category of a number in a language, as CLDR has it.
// The number is taken as it is shown: without zeros at the end of its fraction.
func PluralCategory(lang string, n float64) string {
	tag, err := language.Parse(lang)
	whole, fraction, _ := strings.Cut(showNumber(math.Abs(n)), ".")
	digits := len(fraction)
	i, notWhole := strconv.Atoi(whole)
	f, notFraction := strconv.Atoi("0" + fraction[max(0, digits-9):]) // rules look at the last digits
	if err != nil || notWhole != nil || notFraction != nil {
		return "other"
	}
	return categoryNames[plural.Cardinal.MatchPlural(tag, i, digits, digits, f, f)]
}

// CategoriesOf lists the plural categories that the numbers of a language have,
// in CLDR's order.
func CategoriesOf(lang string) []string {
	found := map[string]bool{}
	for _, n := range samples() {
		found[PluralCategory(lang, n)] = true
	}
	return slices.DeleteFunc(PluralCategories(), func(c string) bool { return !found[c] })
}

// samples are numbers among which every category of every language occurs.
var samples = sync.OnceValue(func() []float64 {
	out := []float64{1000, 1_000_000, 0.1, 0.2, 0.4, 1.1, 1.2, 1.5, 2.4, 0.21, 10.5}
	for i := range 202 {
		out = append(out, float64(i))
	}
	return out
})

// PluralRule returns the function of the scenario's library that finds the
// category of a number in a language; "" when every number is "other".
func PluralRule(lang string) string {
	tag, _ := language.Parse(lang)
	base, _ := tag.Base()
	switch {
	case slices.Equal(CategoriesOf(lang), []string{"other"}):
		return ""
	case tag.String() == "pt-PT":
		return "pluralOne"
	}
	for _, r := range pluralRules {
		if slices.Contains(strings.Fields(r.languages), base.String()) {
			return r.name
		}
	}
	return "pluralOne"
}

// pluralRules says which languages share a rule. Those that are not here have
// one form, or a form of its own for 1 alone.
var pluralRules = []struct{ name, languages string }{
	{"pluralBelowTwo", "fr pt hy ff kab"},
	{"pluralUpToOne", "am as bn fa gu hi kn zu mr"},
	{"pluralZeroOne", "pa ak bh ln mg nso ti wa"},
	{"pluralSinhala", "si"},
	{"pluralDanish", "da"},
	{"pluralIcelandic", "is"},
	{"pluralMacedonian", "mk"},
	{"pluralLatvian", "lv"},
	{"pluralLithuanian", "lt"},
	{"pluralRussian", "ru uk be"},
	{"pluralPolish", "pl"},
	{"pluralCzech", "cs sk"},
	{"pluralSlovenian", "sl"},
	{"pluralSerbian", "sr hr bs sh"},
	{"pluralRomanian", "ro mo"},
	{"pluralHebrew", "he iw"},
	{"pluralArabic", "ar"},
	{"pluralWelsh", "cy"},
	{"pluralIrish", "ga"},
	{"pluralMaltese", "mt"},
	{"pluralFilipino", "fil tl"},
	{"pluralOneTwo", "iu naq se"},
}
