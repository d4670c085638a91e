package expr

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/text/cases"
	"golang.org/x/text/language"

	"github.com/ringflow/ringflow/flow/types"
	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// Function is one pure function of the language. JS is the name under which the
// scenario's library exports it; Eval has the same meaning here.
type Function struct {
	Name   string
	Params []Param
	Doc    string
	JS     string
	Rests  []string // ids of facts.Switches that the value rests on
	Eval   func(args []any) any
	typ    types.Type
	of     func(args []types.Type) types.Type // when the result depends on the arguments
	in     func(env Env, args []any) any      // in place of Eval, when the value depends on the country or a secret
	public bool                               // the result belongs to nobody, whatever it is made of
	money  bool                               // MoneyText does it for money
}

// Param is one parameter. A type with several alternatives lists them in Kinds.
type Param struct {
	Name  string
	Type  types.Type
	Kinds []types.Kind // when any of these will do; Type is Bad then

	Pattern  bool // a regular expression, written out: see Pattern
	Currency bool // the code of a currency, written out
	Secret   bool // a secret by its name: config.NAME
}

var (
	textT, numberT, boolT = types.Of(types.Text), types.Of(types.Number), types.Of(types.Bool)
	listT                 = types.ListOf(types.Type{})
)

func optional(t types.Type) types.Type { t.Optional = true; return t }

func texts(names ...string) []Param {
	out := make([]Param, len(names))
	for i, n := range names {
		out[i] = Param{Name: n, Type: textT}
	}
	return out
}

func numbers(names ...string) []Param {
	out := make([]Param, len(names))
	for i, n := range names {
		out[i] = Param{Name: n, Type: numberT}
	}
	return out
}

// Functions lists every function; parser, checker, reference, evaluator and
// compiler read this list. A character is a Unicode code point.
func Functions() []Function { return functions() }

var functions = sync.OnceValue(func() []Function {
	return []Function{
		{Name: "lower", Params: texts("text"), typ: textT, JS: "lower", Doc: "The text in lower case.",
			Eval: func(a []any) any { return cases.Lower(language.Und).String(a[0].(string)) }},
		{Name: "upper", Params: texts("text"), typ: textT, JS: "upper", Doc: "The text in upper case.",
			Eval: func(a []any) any { return cases.Upper(language.Und).String(a[0].(string)) }},
		{Name: "trim", Params: texts("text"), typ: textT, JS: "trim", Doc: "The text without spaces and line breaks at its ends.",
			Eval: func(a []any) any { return strings.Trim(a[0].(string), " \t\r\n") }},
		{Name: "length", Params: texts("text"), typ: numberT, JS: "length", Doc: "How many characters the text has.",
			Eval: func(a []any) any { return float64(len([]rune(a[0].(string)))) }},
		{Name: "slice", Params: append(texts("text"), numbers("from", "to")...), typ: textT, JS: "slice",
			Doc:  "The characters from one place (counted from 0) up to another, which is not included; places outside the text are moved to its ends.",
			Eval: func(a []any) any { return sliceText(a[0].(string), a[1].(float64), a[2].(float64)) }},
		{Name: "replace", Params: texts("text", "old", "new"), typ: textT, JS: "replace", Doc: "The text with every `old` replaced; an empty `old` replaces nothing.",
			Eval: func(a []any) any { return replaceText(a[0].(string), a[1].(string), a[2].(string)) }},
		{Name: "contains", Params: texts("text", "part"), typ: boolT, JS: "contains", Doc: "Whether the part occurs in the text.",
			Eval: func(a []any) any { return strings.Contains(a[0].(string), a[1].(string)) }},
		{Name: "starts_with", Params: texts("text", "part"), typ: boolT, JS: "startsWith", Doc: "Whether the text starts with the part.",
			Eval: func(a []any) any { return strings.HasPrefix(a[0].(string), a[1].(string)) }},
		{Name: "ends_with", Params: texts("text", "part"), typ: boolT, JS: "endsWith", Doc: "Whether the text ends with the part.",
			Eval: func(a []any) any { return strings.HasSuffix(a[0].(string), a[1].(string)) }},
		{Name: "matches", Params: []Param{{Name: "text", Type: textT}, {Name: "pattern", Pattern: true}}, typ: boolT, JS: "matches",
			Doc:  "Whether the whole text is of the form of a regular expression: `matches(code, '[A-Z]{2}[0-9]{4}')`. Only single characters repeat an open number of times, at most two of them, so that no text takes long.",
			Eval: func(a []any) any { return matches(a[0].(string), a[1].(string)) }},
		{Name: "spell", Params: texts("text"), typ: textT, JS: "spell", Doc: "The characters one by one, so that a voice reads each: `spell('105')` is \"1, 0, 5\".",
			Eval: func(a []any) any { return spell(a[0].(string)) }},
		{Name: "text", Params: []Param{{Name: "value", Kinds: []types.Kind{types.Number, types.Bool, types.Enum, types.Money, types.Date, types.Time}}}, typ: textT, JS: "text", Doc: "A number, a truth value, the word of an enumeration, an amount (`12.50 EUR`), a date or a time as text.", money: true,
			Eval: func(a []any) any { return Show(a[0]) }},
		{Name: "number", Params: texts("text"), typ: optional(numberT), JS: "number", Doc: "The decimal number that the text spells, null when it spells none.",
			Eval: func(a []any) any { return parseNumber(a[0].(string)) }},
		{Name: "round", Params: numbers("x"), typ: numberT, JS: "round", Doc: "The nearest whole number; halves go up.",
			Eval: func(a []any) any { return math.Floor(a[0].(float64) + 0.5) }},
		{Name: "floor", Params: numbers("x"), typ: numberT, JS: "floor", Doc: "The next whole number below.",
			Eval: func(a []any) any { return math.Floor(a[0].(float64)) }},
		{Name: "ceil", Params: numbers("x"), typ: numberT, JS: "ceil", Doc: "The next whole number above.",
			Eval: func(a []any) any { return math.Ceil(a[0].(float64)) }},
		{Name: "abs", Params: numbers("x"), typ: numberT, JS: "abs", Doc: "The number without its sign.",
			Eval: func(a []any) any { return math.Abs(a[0].(float64)) }},
		{Name: "min", Params: numbers("a", "b"), typ: numberT, JS: "min", Doc: "The smaller of two numbers.",
			Eval: func(a []any) any { return math.Min(a[0].(float64), a[1].(float64)) }},
		{Name: "max", Params: numbers("a", "b"), typ: numberT, JS: "max", Doc: "The larger of two numbers.",
			Eval: func(a []any) any { return math.Max(a[0].(float64), a[1].(float64)) }},
		{Name: "count", Params: []Param{{Name: "list", Type: listT}}, typ: numberT, JS: "count", Doc: "How many items the list has.",
			Eval: func(a []any) any { return float64(len(a[0].([]any))) }},
		{Name: "first", Params: []Param{{Name: "list", Type: listT}}, JS: "first", Doc: "The first item, null when the list is empty.",
			of:   func(a []types.Type) types.Type { return optional(*a[0].Elem) },
			Eval: func(a []any) any { return at(a[0].([]any), 0) }},
		{Name: "join", Params: []Param{{Name: "list", Type: types.ListOf(textT)}, {Name: "between", Type: textT}}, typ: textT, JS: "join", Doc: "The texts of a list as one text.",
			Eval: func(a []any) any { return joinTexts(a[0].([]any), a[1].(string)) }},
		{Name: Pseudonym, Params: []Param{{Name: "phone", Type: types.Of(types.Phone)}, {Name: "secret", Secret: true}}, typ: optional(textT), public: true, JS: "pseudonym", in: pseudonymOf, Rests: []string{facts.SecretReader},
			Doc: "A key that stands for a private number: 64 hex digits (HMAC-SHA256 of the number with a secret of at least 16 random characters), the same in every call; null without a number or when the platform has no such secret. `pseudonym(caller.number, config.pepper)` tells apart who calls without telling who it is."},
		{Name: "money", Params: []Param{{Name: "text", Type: textT}, {Name: "currency", Currency: true}}, JS: "money", Doc: "The amount that the text spells (`12.50`, also with the currency behind it), null when it spells none: `money(answer, 'EUR')`.",
			of:   func(a []types.Type) types.Type { return optional(a[1].Public()) },
			Eval: func(a []any) any { return parseMoney(a[0].(string), a[1].(string)) }},
		{Name: "minor_units", Params: []Param{{Name: "money", Kinds: []types.Kind{types.Money}}}, typ: numberT, JS: "minorUnits", Doc: "The amount as a whole number of the currency's smallest units: `minor_units(12.50 EUR)` is 1250.",
			Eval: func(a []any) any { return a[0] }},
		{Name: "date", Params: texts("text"), typ: optional(dateT), JS: "date", Doc: "The day that the text spells as `2026-11-24`, null when it spells none.",
			Eval: func(a []any) any { return parseDate(a[0].(string)) }},
		{Name: "time", Params: texts("text"), typ: optional(timeT), JS: "time", Doc: "The time of the day that the text spells as `09:30`, null when it spells none.",
			Eval: func(a []any) any { return parseTime(a[0].(string)) }},
		{Name: "add_days", Params: []Param{{Name: "date", Type: dateT}, {Name: "days", Type: numberT}}, typ: dateT, JS: "addDays", Doc: "The date so many whole days later, earlier for a negative number; never outside the years 1 to 9999.",
			Eval: func(a []any) any { return addDays(a[0].(string), a[1].(float64)) }},
		{Name: "days_between", Params: []Param{{Name: "from", Type: dateT}, {Name: "to", Type: dateT}}, typ: numberT, JS: "daysBetween", Doc: "How many days later the second date is.",
			Eval: func(a []any) any { return dayNumber(a[1].(string)) - dayNumber(a[0].(string)) }},
		{Name: "weekday", Params: []Param{{Name: "date", Type: dateT}}, typ: numberT, JS: "weekday", Doc: "The day of the week, from 1 for Monday to 7 for Sunday.",
			Eval: func(a []any) any { return weekday(a[0].(string)) }},
	}
})

// FunctionNamed returns the function of a name.
func FunctionNamed(name string) (Function, bool) {
	all := Functions()
	i := slices.IndexFunc(all, func(f Function) bool { return f.Name == name })
	if i < 0 {
		return Function{}, false
	}
	return all[i], true
}

// FunctionNames returns the names of all functions.
func FunctionNames() []string {
	all := Functions()
	names := make([]string, len(all))
	for i, f := range all {
		names[i] = f.Name
	}
	return names
}

func sliceText(s string, from, to float64) string {
	r := []rune(s)
	clamp := func(f float64) int {
		if math.IsNaN(f) {
			return 0
		}
		return int(math.Max(0, math.Min(math.Trunc(f), float64(len(r)))))
	}
	i, j := clamp(from), clamp(to)
	if j < i {
		return ""
	}
	return string(r[i:j])
}

func replaceText(s, old, with string) string {
	if old == "" {
		return s
	}
	return strings.ReplaceAll(s, old, with)
}

func spell(s string) string {
	r := []rune(s)
	out := make([]string, len(r))
	for i, c := range r {
		out[i] = string(c)
	}
	return strings.Join(out, ", ")
}

func at(list []any, i int) any {
	if i < 0 || i >= len(list) {
		return nil
	}
	return list[i]
}

// parseNumber reads digits with an optional sign and fraction, nothing else.
func parseNumber(s string) any {
	body := strings.TrimPrefix(s, "-")
	whole, fraction, dot := strings.Cut(body, ".")
	digits := func(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
	if !digits(whole) || dot && !digits(fraction) || len(s) > 300 {
		return nil
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return nil
	}
	return f
}

func joinTexts(list []any, between string) string {
	out := make([]string, len(list))
	for i, item := range list {
		out[i], _ = item.(string)
	}
	return strings.Join(out, between)
}
