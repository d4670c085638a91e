package expr

import (
	"math"
	"strconv"
	"strings"

	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/types"
)

// money reads an amount: a number that was just read, and the code of a currency
// behind it. An amount is a whole number of minor units from the start.
func (p *parser) money(t token) *Expr {
	code := p.tok.text
	at := p.span(p.tok.i, p.tok.j)
	p.advance()
	e := p.node(Money, t.i)
	digits, known := types.CurrencyDigits(code)
	units, exact := types.MinorUnits(t.text, code)
	switch {
	case exact:
		e.Value, e.Number = code, units
		return e
	case known:
		p.report.Add(diag.BadExpression, e.At, "%s cannot be paid: %s has %s behind the point", e.At.Text(), code, digitWords(digits))
	default:
		p.report.Add(diag.BadExpression, at, "`%s` is no currency", code).Meant(code, types.CurrencyCodes())
	}
	p.failed = true
	return e
}

func digitWords(n int) string {
	switch n {
	case 0:
		return "no digits"
	case 1:
		return "one digit"
	}
	return strconv.Itoa(n) + " digits"
}

// unitHelp helps with a unit that is not known.
func unitHelp(t token) string {
	if types.IsCurrencyCode(t.unit) {
		return "a space stands before a currency: " + t.text + " " + t.unit
	}
	return "units are ms, s, m and h; a text stands in quotes: '" + t.text + t.unit + "'"
}

// currency checks the code of a currency, which is written out, so that the type
// of the amount is known.
func (c checker) currency(e *Expr) types.Type {
	if e.Op != Text {
		c.check(e, types.Of(types.Text))
		c.report.Add(diag.BadExpression, e.At, "a currency is written out where it is used").Helped("write it in quotes: 'EUR'")
		return poison(e)
	}
	c.check(e, types.Of(types.Text))
	if _, known := types.CurrencyDigits(e.Value); !known {
		c.report.Add(diag.BadExpression, e.At, "`%s` is no currency", e.Value).Meant(e.Value, types.CurrencyCodes())
		return poison(e)
	}
	return types.MoneyOf(e.Value)
}

// MoneyText returns what writes amounts of a currency as text, and what it is
// given behind the amount.
func MoneyText(currency string) (Function, []any) {
	digits, _ := types.CurrencyDigits(currency)
	return Function{JS: "moneyText", Params: []Param{{Name: "value"}},
		Eval: func(a []any) any { return showMoney(a[0].(float64), a[1].(string), a[2].(float64)) }}, []any{currency, float64(digits)}
}

// Function returns what does a checked call, and what it is given behind the
// arguments: a currency needs its digits.
func (e *Expr) Function() (Function, []any) {
	f, _ := FunctionNamed(e.Value)
	if f.money && e.Args[0].Type.Kind == types.Money {
		return MoneyText(e.Args[0].Type.Name)
	}
	for i, p := range f.Params {
		if p.Currency {
			digits, _ := types.CurrencyDigits(e.Args[i].Value)
			return f, []any{float64(digits)}
		}
	}
	return f, nil
}

// showHole writes the value of a hole.
func showHole(e *Expr, v any) string {
	if units, ok := v.(float64); ok && e.Type.Kind == types.Money {
		f, more := MoneyText(e.Type.Name)
		return f.Eval(append([]any{units}, more...)).(string)
	}
	return Show(v)
}

// showMoney writes an amount: "12.50 EUR".
func showMoney(units float64, currency string, digits float64) string {
	if !(math.Abs(units) <= types.MostExact) {
		return Show(units) + " " + currency
	}
	sign := ""
	if units < 0 {
		sign = "-"
	}
	s, n := strconv.FormatInt(int64(math.Abs(units)), 10), int(digits)
	if n == 0 {
		return sign + s + " " + currency
	}
	s = strings.Repeat("0", max(0, n+1-len(s))) + s
	return sign + s[:len(s)-n] + "." + s[len(s)-n:] + " " + currency
}

// parseMoney reads an amount with or without its currency. It is nil for what is none.
func parseMoney(s, currency string) any {
	if units, ok := types.MinorUnits(s, currency); ok {
		return units
	}
	return nil
}

// wholeUnits rounds an amount that was multiplied; halves go up, also those that
// the binary fraction of a factor like 1.15 misses by less than a number can hold.
func wholeUnits(x float64) float64 {
	if x == math.Trunc(x) {
		return x
	}
	dust := math.Min(math.Abs(x)*4e-16, 0.01)
	half := float64(x + 0.5) // without fusing operations, which would round once less
	return math.Floor(float64(half + dust))
}
