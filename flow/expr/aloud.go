package expr

import (
	"math"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"github.com/ringflow/ringflow/flow/types"
)

// Dates, times and money are read aloud in the language of the text around them.
// Markup for that (say-as) depends on the provider of the voice, so they are put
// into words and whole numbers, which every voice reads.

// Aloud says how a value is read aloud: the function of the scenario's library
// that does it, and the words of the language for it.
type Aloud struct {
	JS    string
	Name  string // of the words, as a name of JavaScript
	Words any    // *DateWords, *TimeWords or *MoneyWords
	Rule  string // of money: the plural rule, "" when every number has one form

	language string
}

// DateWords are the words for dates. Form has the holes {d}, {m} and {y}.
type DateWords struct {
	Form   string   `json:"form"`
	First  string   `json:"first"` // the first day of a month
	Months []string `json:"months"`
}

// TimeWords are the words for times of the day. The forms have the holes {h}, {m}
// and {half}; Full is for full hours.
type TimeWords struct {
	Form   string   `json:"form"`
	Full   string   `json:"full"`
	Halves []string `json:"halves"` // of a day of two halves; none where hours go to 23
}

// MoneyWords are the words for amounts of one currency; Major and Minor are its
// units by plural category.
type MoneyWords struct {
	Minus string            `json:"minus"`
	And   string            `json:"and"` // between the units, with its spaces
	Scale float64           `json:"scale"`
	Major map[string]string `json:"major"`
	Minor map[string]string `json:"minor"`
}

// ReadAloud reports whether values of a type are put into words of a language.
func ReadAloud(t types.Type) bool {
	return t.Kind == types.Money || t.Kind == types.Date || t.Kind == types.Time
}

// AloudFor returns how a language reads values of a type; nil when it has no words
// for it, or when they are shown as they are.
func AloudFor(t types.Type, lang string) *Aloud {
	if _, err := language.Parse(lang); err != nil {
		return nil // no language, which is reported where it is declared
	}
	base, _, _ := strings.Cut(lang, "-")
	if base == "cmn" {
		base = "zh"
	}
	suffix := "_" + strings.ReplaceAll(lang, "-", "_")
	switch t.Kind {
	case types.Date:
		if w := dateWords(base, lang); w != nil {
			return &Aloud{JS: "sayDate", Name: "dates" + suffix, Words: w}
		}
	case types.Time:
		if w := timeWords[base]; w != nil {
			return &Aloud{JS: "sayTime", Name: "times" + suffix, Words: w}
		}
	case types.Money:
		if w := moneyWords(base, lang, t.Name); w != nil {
			return &Aloud{JS: "sayMoney", Name: t.Name + suffix, Words: w, Rule: PluralRule(lang), language: lang}
		}
	}
	return nil
}

func (a *Aloud) say(value any) string {
	switch w := a.Words.(type) {
	case *DateWords:
		return w.say(value.(string))
	case *TimeWords:
		return w.say(value.(string))
	case *MoneyWords:
		return w.say(value.(float64), a.language)
	}
	return ""
}

// wholeOf drops the zeros in front of a part of a date or time.
func wholeOf(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}

func (w *DateWords) say(date string) string {
	day := strconv.Itoa(wholeOf(date[8:10]))
	if day == "1" {
		day = w.First
	}
	return strings.NewReplacer("{d}", day, "{m}", w.Months[wholeOf(date[5:7])-1], "{y}", strconv.Itoa(wholeOf(date[:4]))).Replace(w.Form)
}

func (w *TimeWords) say(time string) string {
	hour, form, half := wholeOf(time[:2]), w.Form, ""
	if time[3:5] == "00" {
		form = w.Full
	}
	if len(w.Halves) > 0 {
		half = w.Halves[hour/12]
		hour = (hour+11)%12 + 1
	}
	return strings.NewReplacer("{h}", strconv.Itoa(hour), "{m}", time[3:5], "{half}", half).Replace(form)
}

func (w *MoneyWords) say(units float64, lang string) string {
	whole := math.Floor(math.Abs(units) / w.Scale)
	rest := math.Abs(units) - whole*w.Scale
	var parts []string
	if whole != 0 || rest == 0 {
		parts = append(parts, Show(whole)+" "+w.Major[PluralCategory(lang, whole)])
	}
	if rest != 0 {
		parts = append(parts, Show(rest)+" "+w.Minor[PluralCategory(lang, rest)])
	}
	said := strings.Join(parts, w.And)
	if units < 0 {
		return w.Minus + " " + said
	}
	return said
}
