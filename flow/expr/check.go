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
	if want.Kind == types.Text && slices.Contains([]types.Kind{types.Number, types.Bool, types.Enum, types.Money, types.Date, types.Time}, got.Kind) {
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
	case s == "null", s == "unknown", t.Kind == types.Money:
		return s
	case slices.Contains([]byte("aeiouAEIO"), s[0]) && t.Kind != types.URL:
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
	case Money:
		return types.MoneyOf(e.Value)
	case Date:
		return types.Of(types.Date)
	case Time:
		return types.Of(types.Time)
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
		return c.arithmetic(e, types.Number, types.Duration, types.Money)
	case Add:
		return c.arithmetic(e, types.Number, types.Duration, types.Money, types.Text)
	case Sub:
		return c.arithmetic(e, types.Number, types.Duration, types.Money)
	case Mul:
		return c.product(e)
	case Mod:
		return c.arithmetic(e, types.Number)
	case Lt, Le, Gt, Ge:
		return types.Of(types.Bool).With(c.arithmetic(e, types.Number, types.Duration, types.Money, types.Date, types.Time).Owners)
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

// foreign are values as other languages write them.
var foreign = map[string]string{
	"True": "true", "TRUE": "true", "False": "false", "FALSE": "false",
	"None": "null", "nil": "null", "undefined": "null", "NULL": "null", "Null": "null",
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
	d := c.report.Add(diag.UnknownName, e.At, "nothing here is named `%s`", e.Value)
	if ours := foreign[e.Value]; ours != "" {
		d.Helped("write `%s`", ours).Mended(e.At, ours, "write `"+ours+"`")
		return poison(e)
	}
	d.Meant(e.Value, names)
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
	switch {
	case base.Kind == types.Bad:
		return poison(e)
	case base.Kind != types.List:
		d := c.report.Add(diag.WrongType, e.Args[0].At, "only a list has places, and this is %s", article(base))
		if i := e.Args[1]; base.Kind == types.Record && i.Op == Text {
			d.Helped("a field stands behind a dot: `.%s`", i.Value)
		}
		return poison(e)
	case base.Optional:
		ReportNull(e.Args[0], c.report)
		return poison(e)
	}
	i := c.operand(e.Args[1], types.Number)
	item := *base.Elem
	if item.Kind == types.Bad {
		return c.noItems(e)
	}
	item.Optional = true
	return item.With(base.Owners).With(i.Owners)
}

// noItems reports that an item of a list is wanted which has none: nobody knows its type.
func (c checker) noItems(e *Expr) types.Type {
	c.report.Add(diag.WrongType, e.Args[0].At, "this list is empty, and an item of it is wanted").Helped("name a list that can have items")
	return poison(e)
}

func (c checker) list(e *Expr, want types.Type) types.Type {
	item := types.Type{}
	if want.Kind == types.List {
		item = *want.Elem
	}
	var owners types.Owners
	for _, a := range e.Args {
		t := c.check(a, item)
		if a.Op == Bad {
			return poison(e)
		}
		owners = owners.Join(t.Owners)
		both, ok := union(item, t.Public())
		if !ok {
			c.report.Add(diag.WrongType, a.At, "the list holds %s, and this is %s", article(item), article(t))
			return poison(e)
		}
		item = both
	}
	return types.ListOf(item).With(owners)
}
