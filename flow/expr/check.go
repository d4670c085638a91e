package expr

import (
	"slices"

	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/types"
)

// Scope is what an expression can name.
type Scope interface {
	Lookup(name string) *Binding  // nil for a name that is not there
	Names() []string              // for help with a mistyped name
	NonNull(path string) bool     // a test before this place showed that the path is not null
	Lost(name string) source.Span // a way to this place that does not bind the name; unknown for other names
}

// Check finds the type of an expression and binds its names. The wanted type
// gives bare words their meaning; whether the expression fits is for Expect.
func Check(e *Expr, want types.Type, scope Scope, report *diag.List) types.Type {
	c := checker{scope, report}
	return c.check(e, want)
}

// Expect checks an expression and reports when its type is not the wanted one.
func Expect(e *Expr, want types.Type, scope Scope, report *diag.List) types.Type {
	got := Check(e, want, scope, report)
	if got.Fits(want) {
		return got
	}
	if got.Optional && got.Required().Fits(want) {
		ReportNull(e, report)
		return got
	}
	d := report.Add(diag.WrongType, e.At, "%s was found where %s was expected", article(got), article(want)).Labelled("this is %s", article(got))
	if want.Kind == types.Text && slices.Contains([]types.Kind{types.Number, types.Bool, types.Enum}, got.Kind) {
		d.Helped("text(%s) makes a text of it", e.At.Text()).Fixed(e.At, "text("+e.At.Text()+")", "make a text of it")
	}
	return types.Type{}
}

// ReportNull reports a value that may be null in a place that takes none.
func ReportNull(e *Expr, report *diag.List) {
	d := report.Add(diag.MaybeNull, e.At, "the value may be null here").Labelled("this is %s", article(e.Type))
	if p := e.Path(); p != "" {
		d.Helped("test it first: `%s != null`", p)
	} else {
		d.Helped("keep it under a name with `set`, and test that: `NAME != null`")
	}
}

// article is a type with "a" or "an".
func article(t types.Type) string {
	s := t.String()
	switch {
	case s == "null", s == "unknown":
		return s
	case slices.Contains([]byte("aeiou"), s[0]) && t.Kind != types.URL:
		return "an " + s
	}
	return "a " + s
}

type checker struct {
	scope  Scope
	report *diag.List
}

func (c checker) check(e *Expr, want types.Type) types.Type {
	e.Type = c.typeOf(e, want)
	if e.Type.Optional && c.scope.NonNull(e.Path()) {
		e.Type.Optional = false
	}
	return e.Type
}

// poison marks an expression as reported.
func poison(e *Expr) types.Type {
	e.Op = Bad
	return types.Type{}
}

func (c checker) typeOf(e *Expr, want types.Type) types.Type {
	switch e.Op {
	case Text:
		return types.Of(types.Text)
	case Number:
		return types.Of(types.Number)
	case Bool:
		return types.Of(types.Bool)
	case Null:
		return types.Of(types.Null)
	case Duration:
		return types.Of(types.Duration)
	case Name:
		return c.name(e, want)
	case Field:
		return c.field(e)
	case Index:
		return c.index(e)
	case List:
		return c.list(e, want)
	case Call:
		return c.call(e)
	case Not:
		return c.operand(e.Args[0], types.Bool)
	case Neg:
		return c.arithmetic(e, types.Number, types.Duration)
	case Add:
		return c.arithmetic(e, types.Number, types.Duration, types.Text)
	case Sub:
		return c.arithmetic(e, types.Number, types.Duration)
	case Mul, Mod:
		return c.arithmetic(e, types.Number)
	case Lt, Le, Gt, Ge:
		return types.Of(types.Bool).With(c.arithmetic(e, types.Number, types.Duration).Owners)
	case Eq, Ne:
		return c.equality(e)
	case In:
		return c.in(e)
	case And, Or:
		return c.logic(e)
	case Cond:
		return c.cond(e, want)
	}
	return types.Type{}
}

func (c checker) name(e *Expr, want types.Type) types.Type {
	if b := c.scope.Lookup(e.Value); b != nil {
		e.Binding = b
		return b.Type
	}
	if want.Kind == types.Enum && slices.Contains(want.Words, e.Value) {
		e.Op = Word
		return want.Public().Required()
	}
	if lost := c.scope.Lost(e.Value); lost.Known() {
		c.report.Add(diag.NotOnAllPaths, e.At, "`%s` is not known on every way to this place", e.Value).
			Also(lost, "this goes on without it").Helped("bind it there too, or end the call there")
		return poison(e)
	}
	names := c.scope.Names()
	if want.Kind == types.Enum {
		c.report.Add(diag.UnknownName, e.At, "`%s` is not a word of %s", e.Value, want.Name).
			Meant(e.Value, append(slices.Clone(want.Words), names...))
		return poison(e)
	}
	d := c.report.Add(diag.UnknownName, e.At, "nothing here is named `%s`", e.Value).Meant(e.Value, names)
	if want.Kind == types.Text && diag.Nearest(e.Value, names) == "" {
		d.Helped("a text stands in quotes: '%s'", e.Value)
	}
	return poison(e)
}

func (c checker) field(e *Expr) types.Type {
	base := c.check(e.Args[0], types.Type{})
	switch {
	case base.Kind == types.Bad:
		return poison(e)
	case base.Kind != types.Record:
		c.report.Add(diag.WrongType, e.NameAt, "%s has no fields, so there is no `%s`", article(base), e.Value)
		return poison(e)
	case base.Optional:
		ReportNull(e.Args[0], c.report)
		return poison(e)
	}
	t, ok := base.Field(e.Value)
	if !ok {
		c.report.Add(diag.UnknownName, e.NameAt, "%s has no field `%s`", base.Name, e.Value).
			Meant(e.Value, base.FieldNames())
		return poison(e)
	}
	return t.With(base.Owners)
}

func (c checker) index(e *Expr) types.Type {
	base := c.check(e.Args[0], types.Type{})
	i := c.operand(e.Args[1], types.Number)
	if base.Kind != types.List || base.Optional {
		if base.Kind != types.Bad {
			c.report.Add(diag.WrongType, e.Args[0].At, "only a list has places, and this is %s", article(base))
		}
		return poison(e)
	}
	item := *base.Elem
	item.Optional = true
	return item.With(base.Owners).With(i.Owners)
}

func (c checker) list(e *Expr, want types.Type) types.Type {
	item := types.Type{}
	if want.Kind == types.List {
		item = *want.Elem
	}
	var owners types.Owners
	for i, a := range e.Args {
		t := c.check(a, item)
		owners = owners.Join(t.Owners)
		if i == 0 && item.Kind == types.Bad {
			item = t.Public()
		} else if !t.Fits(item) {
			c.report.Add(diag.WrongType, a.At, "the list holds %s, and this is %s", article(item), article(t))
			return poison(e)
		}
	}
	return types.ListOf(item).With(owners)
}

// operand checks an operand that must be of one kind and not null.
func (c checker) operand(e *Expr, kind types.Kind) types.Type {
	return Expect(e, types.Of(kind), c.scope, c.report)
}

// arithmetic checks operands that are all of one kind out of a few.
func (c checker) arithmetic(e *Expr, kinds ...types.Kind) types.Type {
	var owners types.Owners
	first := types.Type{}
	for i, a := range e.Args {
		t := c.check(a, types.Type{})
		owners = owners.Join(t.Owners)
		switch {
		case t.Kind == types.Bad:
			return poison(e)
		case t.Optional:
			ReportNull(a, c.report)
			return poison(e)
		case !slices.Contains(kinds, t.Kind):
			c.report.Add(diag.WrongType, a.At, "`%s` cannot work on %s", sign(e), article(t)).Helped("it takes %s", kindWords(kinds))
			return poison(e)
		case i > 0 && t.Kind != first.Kind:
			c.report.Add(diag.WrongType, e.At, "`%s` joins %s and %s", sign(e), article(first), article(t)).
				Helped("both sides must be of one type; text(x) makes a text of a number")
			return poison(e)
		}
		if i == 0 {
			first = t
		}
	}
	return types.Of(first.Kind).With(owners)
}

func sign(e *Expr) string {
	if e.Op == Neg {
		return "-"
	}
	return e.Op.String()
}

func kindWords(kinds []types.Kind) string {
	words := make([]string, len(kinds))
	for i, k := range kinds {
		words[i] = types.Of(k).String()
	}
	return diag.OneOf(words)
}

// comparable kinds; records and lists have no single meaning of "equal".
var comparable = []types.Kind{types.Text, types.Number, types.Bool, types.Phone, types.URL, types.Email, types.Duration, types.Enum, types.Null, types.Bad}

func (c checker) equality(e *Expr) types.Type {
	left, right := c.sides(e)
	result := types.Of(types.Bool).With(left.Owners).With(right.Owners)
	null := left.Kind == types.Null || right.Kind == types.Null
	for _, side := range [][2]types.Type{{left, right}, {right, left}} {
		if side[0].Kind == types.Null && !side[1].Optional && side[1].Kind != types.Bad {
			c.report.Add(diag.WrongType, e.At, "%s is never null", article(side[1])).Helped("leave the test out")
			return poison(e)
		}
	}
	switch {
	case left.Kind == types.Bad || right.Kind == types.Bad:
		return poison(e)
	case null:
		// Whether a private value is there at all is no secret of its owner.
		return types.Of(types.Bool)
	case !left.Same(right):
		c.report.Add(diag.WrongType, e.At, "%s is compared with %s", article(left), article(right)).
			Helped("both sides must be of one type")
		return poison(e)
	case !slices.Contains(comparable, left.Kind):
		c.report.Add(diag.WrongType, e.At, "%s cannot be compared as a whole", article(left)).Helped("compare its parts")
		return poison(e)
	}
	return result
}

// sides checks both sides of a comparison; the side that has a type gives the
// bare words of the other their meaning.
func (c checker) sides(e *Expr) (left, right types.Type) {
	a, b := e.Args[0], e.Args[1]
	if a.Op == Name && c.scope.Lookup(a.Value) == nil {
		right = c.check(b, types.Type{})
		return c.check(a, right), right
	}
	left = c.check(a, types.Type{})
	return left, c.check(b, left)
}

func (c checker) in(e *Expr) types.Type {
	item := c.check(e.Args[0], types.Type{})
	list := c.check(e.Args[1], types.ListOf(item.Public()))
	switch {
	case item.Kind == types.Bad || list.Kind == types.Bad:
		return poison(e)
	case list.Kind != types.List || list.Optional:
		c.report.Add(diag.WrongType, e.Args[1].At, "`in` looks into a list, and this is %s", article(list))
		return poison(e)
	case !item.Same(*list.Elem) && len(e.Args[1].Args) > 0:
		c.report.Add(diag.WrongType, e.At, "%s is looked for in %s", article(item), article(list))
		return poison(e)
	}
	return types.Of(types.Bool).With(item.Owners).With(list.Owners)
}

func (c checker) logic(e *Expr) types.Type {
	left := c.operand(e.Args[0], types.Bool)
	right := checker{Narrow(c.scope, e.Args[0], e.Op == And), c.report}.operand(e.Args[1], types.Bool)
	return types.Of(types.Bool).With(left.Owners).With(right.Owners)
}

func (c checker) cond(e *Expr, want types.Type) types.Type {
	test := c.operand(e.Args[0], types.Bool)
	yes := checker{Narrow(c.scope, e.Args[0], true), c.report}.check(e.Args[1], want)
	no := checker{Narrow(c.scope, e.Args[0], false), c.report}.check(e.Args[2], want)
	switch {
	case yes.Kind == types.Bad || no.Kind == types.Bad:
		return poison(e)
	case yes.Kind == types.Null:
		yes, no = no, yes
	}
	optional := yes.Optional || no.Optional || no.Kind == types.Null
	if no.Kind != types.Null && !yes.Same(no) {
		c.report.Add(diag.WrongType, e.At, "the two results are %s and %s", article(yes), article(no)).Helped("both must be of one type")
		return poison(e)
	}
	yes.Optional = optional && yes.Kind != types.Null
	return yes.With(no.Owners).With(test.Owners)
}

func (c checker) call(e *Expr) types.Type {
	f, ok := FunctionNamed(e.Value)
	if !ok {
		for _, a := range e.Args {
			c.check(a, types.Type{})
		}
		c.report.Add(diag.UnknownName, e.NameAt, "there is no function `%s`", e.Value).Meant(e.Value, FunctionNames())
		return poison(e)
	}
	if len(e.Args) != len(f.Params) {
		c.report.Add(diag.WrongType, e.At, "`%s` takes %d values and got %d", f.Name, len(f.Params), len(e.Args)).Helped("write %s", f.Signature())
		return poison(e)
	}
	var owners types.Owners
	got := make([]types.Type, len(e.Args))
	for i, a := range e.Args {
		got[i] = f.expect(c, a, f.Params[i])
		owners = owners.Join(got[i].Owners)
		if got[i].Kind == types.Bad {
			poison(e)
		}
	}
	if e.Op == Bad {
		return types.Type{}
	}
	return f.result(got).With(owners)
}
