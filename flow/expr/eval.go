package expr

import (
	"math"
	"strconv"
	"strings"

	"github.com/ringflow/ringflow/flow/types"
)

// Env is what an expression is evaluated in. Values are string, float64, bool,
// nil, []any and map[string]any; durations are milliseconds, money is minor
// units, dates and times are texts, a phone is its spelling or a list of spellings.
type Env struct {
	Value  func(*Binding) any
	Phones PhoneRule
}

// Eval returns the value of a checked expression.
func Eval(e *Expr, env Env) any {
	switch e.Op {
	case Text, Word, Date, Time:
		return e.Value
	case Number, Duration, Money:
		return e.Number
	case Bool:
		return e.Number == 1
	case Name:
		return env.Value(e.Binding)
	case Field:
		return env.field(e)
	case Index:
		return env.index(e)
	case List:
		return env.all(e.Args)
	case Call:
		f, more := e.Function()
		if f.in != nil {
			return f.in(env, env.all(e.Args))
		}
		return f.Eval(append(env.all(e.Args), more...))
	case Not:
		return !Eval(e.Args[0], env).(bool)
	case And:
		return Eval(e.Args[0], env).(bool) && Eval(e.Args[1], env).(bool)
	case Or:
		return Eval(e.Args[0], env).(bool) || Eval(e.Args[1], env).(bool)
	case Cond:
		if Eval(e.Args[0], env).(bool) {
			return Eval(e.Args[1], env)
		}
		return Eval(e.Args[2], env)
	case Eq:
		return env.equal(e.Args[0], e.Args[1])
	case Ne:
		return !env.equal(e.Args[0], e.Args[1])
	case In:
		return env.in(e)
	case Neg:
		return -Eval(e.Args[0], env).(float64)
	case Mul:
		product := arithmetic(Mul, Eval(e.Args[0], env), Eval(e.Args[1], env))
		if e.Type.Kind == types.Money {
			return wholeUnits(product.(float64))
		}
		return product
	case Add, Sub, Mod, Lt, Le, Gt, Ge:
		return arithmetic(e.Op, Eval(e.Args[0], env), Eval(e.Args[1], env))
	}
	return nil
}

func (env Env) all(args []*Expr) []any {
	out := make([]any, len(args))
	for i, a := range args {
		out[i] = Eval(a, env)
	}
	return out
}

func (env Env) field(e *Expr) any {
	record, _ := Eval(e.Args[0], env).(map[string]any)
	return record[e.Value]
}

func (env Env) index(e *Expr) any {
	list, _ := Eval(e.Args[0], env).([]any)
	i := Eval(e.Args[1], env).(float64)
	if i != math.Trunc(i) {
		return nil
	}
	return at(list, int(i))
}

// equal compares by the kind of the operands: phones by their digits, null with
// a value never.
func (env Env) equal(a, b *Expr) bool {
	return env.sameValue(a, Eval(a, env), b, Eval(b, env))
}

func (env Env) sameValue(a *Expr, x any, b *Expr, y any) bool {
	if isPhone(a) || isPhone(b) {
		if a.Type.Kind == types.Null || b.Type.Kind == types.Null {
			return x == nil && y == nil
		}
		return env.Phones.Same(x, y)
	}
	return x == y
}

func (env Env) in(e *Expr) bool {
	item := Eval(e.Args[0], env)
	list, _ := Eval(e.Args[1], env).([]any)
	for _, x := range list {
		if env.sameValue(e.Args[0], item, e.Args[0], x) {
			return true
		}
	}
	return false
}

func arithmetic(op Op, a, b any) any {
	if x, ok := a.(string); ok {
		return ofTexts(op, x, b.(string))
	}
	x, y := a.(float64), b.(float64)
	switch op {
	case Add:
		return x + y
	case Sub:
		return x - y
	case Mul:
		return x * y
	case Mod:
		return math.Mod(x, y)
	case Lt:
		return x < y
	case Le:
		return x <= y
	case Gt:
		return x > y
	default:
		return x >= y
	}
}

// Fill evaluates a template.
func Fill(t *Template, env Env) string {
	if t.Plural != nil {
		n, _ := Eval(t.Plural.Of, env).(float64)
		return Fill(t.Plural.Form(PluralCategory(t.Plural.Language, n)), env)
	}
	var b strings.Builder
	for _, p := range t.Parts {
		if p.Hole == nil {
			b.WriteString(p.Text)
		} else {
			b.WriteString(t.shown(p.Hole, Eval(p.Hole, env)))
		}
	}
	return b.String()
}

// Show writes a value as text, a number as JavaScript writes it.
func Show(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case bool:
		return strconv.FormatBool(v)
	case float64:
		return showNumber(v)
	}
	return ""
}

func showNumber(f float64) string {
	switch abs := math.Abs(f); {
	case f == 0:
		return "0"
	case math.IsNaN(f):
		return "NaN"
	case math.IsInf(f, 1):
		return "Infinity"
	case math.IsInf(f, -1):
		return "-Infinity"
	case abs >= 1e21 || abs < 1e-6:
		mantissa, exponent, _ := strings.Cut(strconv.FormatFloat(f, 'e', -1, 64), "e")
		return mantissa + "e" + exponent[:1] + strings.TrimLeft(exponent[1:], "0")
	}
	return strconv.FormatFloat(f, 'f', -1, 64)
}

func isPhone(e *Expr) bool { return e.Type.Kind == types.Phone }
