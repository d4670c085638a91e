package emit

import (
	"strings"

	"github.com/ringflow/ringflow/flow/expr"
	"github.com/ringflow/ringflow/flow/types"

	"github.com/ringflow/ringflow/compiler/ir"
)

// constant writes a text or a number.
func constant(v any) string {
	if s, ok := v.(string); ok {
		return quote(s)
	}
	return expr.Show(v)
}

// hole writes what stands in a text; money needs its currency to become one.
func (e *emitter) hole(x *expr.Expr) string {
	if x.Type.Kind != types.Money {
		return e.expr(x)
	}
	f, more := expr.MoneyText(x.Type.Name)
	return e.use(f.JS) + "(" + e.arguments(f, []*expr.Expr{x}, more) + ")"
}

// fieldType writes the type of a stored field: a word, or for the types that few
// flows use the function that reads it.
func (e *emitter) fieldType(f ir.StoreField) string {
	reader := ""
	currency, money := strings.CutPrefix(f.Kind, "money ")
	switch {
	case money:
		_, more := expr.MoneyText(currency)
		reader = e.use("moneyField") + "(" + constant(more[0]) + ", " + constant(more[1]) + ")"
	case f.Kind == "date", f.Kind == "time":
		reader = e.use(f.Kind + "Field")
	case f.Optional:
		return quote(f.Kind + "?")
	default:
		return quote(f.Kind)
	}
	if f.Optional {
		return e.use("optionalField") + "(" + reader + ")"
	}
	return reader
}
