package emit

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"

	"github.com/ringflow/ringflow/flow/expr"
	"github.com/ringflow/ringflow/flow/types"

	"github.com/ringflow/ringflow/compiler/ir"
)

// quote writes a text as a JavaScript string.
func quote(s string) string {
	if bare(s) {
		return `"` + s + `"`
	}
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(s); err != nil {
		panic(fmt.Sprintf("emit: a text is always marshalable: %v", err))
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// bare reports whether a text can stand in quotes as it is, as most do.
func bare(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c > '~' || c == '"' || c == '\\' {
			return false
		}
	}
	return true
}

var identifier = regexp.MustCompile(`^[A-Za-z_$][A-Za-z0-9_$]*$`)

// property writes the name of a property, in quotes if it needs them.
func property(name string) string {
	if identifier.MatchString(name) {
		return name
	}
	return quote(name)
}

// member writes the access to a property.
func member(object, name string) string {
	if identifier.MatchString(name) {
		return object + "." + name
	}
	return object + "[" + quote(name) + "]"
}

// operators of JavaScript that mean the same on the types that the checker let through.
var operators = map[expr.Op]string{
	expr.Add: "+", expr.Sub: "-", expr.Mul: "*", expr.Mod: "%", expr.Lt: "<", expr.Le: "<=", expr.Gt: ">", expr.Ge: ">=",
	expr.And: "&&", expr.Or: "||", expr.Eq: "===", expr.Ne: "!==",
}

// expr writes an expression. Every operation stands in parentheses; the bundler
// removes those that are not needed.
func (e *emitter) expr(x *expr.Expr) string {
	switch x.Op {
	case expr.Text, expr.Word, expr.Date, expr.Time:
		return quote(x.Value)
	case expr.Number, expr.Duration, expr.Money:
		return expr.Show(x.Number)
	case expr.Bool:
		return fmt.Sprint(x.Number == 1)
	case expr.Null:
		return "null"
	case expr.Name:
		return e.name(x.Binding)
	case expr.Field:
		return e.field(x)
	case expr.Index:
		return e.use("at") + "(" + e.expr(x.Args[0]) + ", " + e.expr(x.Args[1]) + ")"
	case expr.List:
		return "[" + e.list(x.Args) + "]"
	case expr.Call:
		f, more := x.Function()
		return e.use(f.JS) + "(" + e.arguments(f, x.Args, more) + ")"
	case expr.Not:
		return "!" + e.expr(x.Args[0])
	case expr.Neg:
		return "(-" + e.expr(x.Args[0]) + ")"
	case expr.Cond:
		return "(" + e.expr(x.Args[0]) + " ? " + e.expr(x.Args[1]) + " : " + e.expr(x.Args[2]) + ")"
	case expr.In:
		return e.in(x)
	}
	return e.binary(x)
}

func (e *emitter) list(args []*expr.Expr) string {
	out := make([]string, len(args))
	for i, a := range args {
		out[i] = e.expr(a)
	}
	return strings.Join(out, ", ")
}

// arguments writes what a function is given; a pattern is a literal of JavaScript.
func (e *emitter) arguments(f expr.Function, args []*expr.Expr, more []any) string {
	out := make([]string, len(args))
	for i, a := range args {
		if f.Params[i].Pattern {
			p, _ := expr.ParsePattern(a.Value) // the checker let it through
			out[i] = p.JS
		} else {
			out[i] = e.expr(a)
		}
	}
	for _, m := range more {
		out = append(out, constant(m))
	}
	return strings.Join(out, ", ")
}

func (e *emitter) name(b *expr.Binding) string {
	switch b.Kind {
	case expr.Config:
		e.config = true
		return "config"
	case expr.Result:
		return "result"
	case expr.Caller:
		return e.use("caller") + "()"
	case given:
		return b.Name
	}
	return member("v", b.Slot)
}

func (e *emitter) field(x *expr.Expr) string {
	base := x.Args[0]
	if x.Type.Kind == types.Secret {
		return quote(x.Value) // the platform reads it by its name
	}
	if base.Op == expr.Name && base.Binding.Kind == expr.CallFact {
		return e.use(x.Value) + "()" // a fact of the call is a function of the library
	}
	return member(e.expr(base), x.Value)
}

func phone(x *expr.Expr) bool { return x.Type.Kind == types.Phone }

// binary writes an operation on two values. Phones are compared by their digits.
func (e *emitter) binary(x *expr.Expr) string {
	a, b := x.Args[0], x.Args[1]
	if (x.Op == expr.Eq || x.Op == expr.Ne) && phone(a) && phone(b) {
		same := e.use("samePhone") + "(" + e.expr(a) + ", " + e.expr(b) + ")"
		if x.Op == expr.Ne {
			return "!" + same
		}
		return same
	}
	if x.Op == expr.Mul && x.Type.Kind == types.Money {
		return e.use("wholeUnits") + "(" + e.expr(a) + " * " + e.expr(b) + ")"
	}
	return "(" + e.expr(a) + " " + operators[x.Op] + " " + e.expr(b) + ")"
}

func (e *emitter) in(x *expr.Expr) string {
	item, list := x.Args[0], x.Args[1]
	if phone(item) {
		return e.use("samePhone") + "(" + e.expr(item) + ", " + e.expr(list) + ")"
	}
	return "(" + e.expr(list) + ".indexOf(" + e.expr(item) + ") >= 0)"
}

// template writes a text with holes as a sum that starts with a text.
func (e *emitter) template(t *expr.Template) string {
	if literal, ok := t.Literal(); ok {
		return quote(literal)
	}
	if t.Plural != nil {
		return e.plural(t.Plural)
	}
	var out []string
	for i, p := range t.Parts {
		if p.Hole == nil {
			out = append(out, quote(p.Text))
			continue
		}
		if i == 0 && p.Hole.Type.Kind == types.Number && !t.Markup {
			out = append(out, `""`)
		}
		out = append(out, e.fills(t, p.Hole))
	}
	return strings.Join(out, " + ")
}

// keysInto is the action by which a gather keeps its keys: the parameter of the
// function around it is named keys.
func keysInto(slot string) ir.Action {
	return ir.Set{Slot: slot, Value: &expr.Expr{Op: expr.Name, Binding: &expr.Binding{Kind: given, Name: "keys"}}}
}

// given is the kind of a name that is a parameter of the function around it.
const given expr.BindingKind = -1

// actions writes statements, each on a line.
func (e *emitter) actions(list []ir.Action, indent string) string {
	var b strings.Builder
	for _, a := range list {
		switch a := a.(type) {
		case ir.Set:
			value := ""
			if a.Heard != nil {
				value = e.said(*a.Heard)
			} else {
				value = e.expr(a.Value)
			}
			fmt.Fprintf(&b, "%s%s = %s;\n", indent, member("v", a.Slot), value)
		case ir.Note:
			fmt.Fprintf(&b, "%s%s = %s;\n", indent, member("result", a.Field), e.template(a.Value))
		case ir.Speak:
			fmt.Fprintf(&b, "%s%s(%s);\n", indent, e.use("speakIn"), quote(a.Language))
		case ir.Log:
			fmt.Fprintf(&b, "%s%s(%s);\n", indent, e.use("log"), e.template(a.Text))
		case *ir.If:
			if len(a.Cases) == 0 {
				b.WriteString(e.actions(a.Else, indent))
			}
			for i, c := range a.Cases {
				word := "if"
				if i > 0 {
					word = "else if"
				}
				fmt.Fprintf(&b, "%s%s (%s) {\n%s%s}\n", indent, word, e.expr(c.When), e.actions(c.Do, indent+"  "), indent)
			}
			if len(a.Else) > 0 && len(a.Cases) > 0 {
				fmt.Fprintf(&b, "%selse {\n%s%s}\n", indent, e.actions(a.Else, indent+"  "), indent)
			}
		}
	}
	return b.String()
}
