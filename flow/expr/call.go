package expr

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/types"
)

// pattern checks a regular expression, which is written out so that it can be judged.
func (c checker) pattern(e *Expr) types.Type {
	if e.Op != Text {
		c.check(e, types.Of(types.Text))
		c.report.Add(diag.BadExpression, e.At, "a pattern is written out where it is used").Helped("write it in quotes: '[0-9]{4}'")
		return poison(e)
	}
	if _, err := ParsePattern(e.Value); err != nil {
		c.report.Add(diag.BadExpression, e.At, "the pattern cannot be used: %s", err)
		return poison(e)
	}
	return c.check(e, types.Of(types.Text))
}

func values(n int) string {
	if n == 1 {
		return "one value"
	}
	return fmt.Sprintf("%d values", n)
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
		c.report.Add(diag.WrongType, e.At, "`%s` takes %s and got %d", f.Name, values(len(f.Params)), len(e.Args)).Helped("write %s", f.Signature())
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
	if f.public {
		owners = nil
	}
	if t := f.result(got); t.Kind != types.Bad {
		return t.With(owners)
	}
	return c.noItems(e) // of what an empty list has
}

func (f Function) result(args []types.Type) types.Type {
	if f.of != nil {
		return f.of(args)
	}
	return f.typ
}

// expect checks one argument against its parameter.
func (f Function) expect(c checker, a *Expr, p Param) types.Type {
	if p.Pattern {
		return c.pattern(a)
	}
	if p.Secret {
		return c.secret(a)
	}
	if p.Currency {
		return c.currency(a)
	}
	if len(p.Kinds) == 0 {
		return Expect(a, p.Type, c.scope, c.report)
	}
	got := c.check(a, types.Type{})
	switch {
	case got.Kind == types.Bad:
		return got
	case !slices.Contains(p.Kinds, got.Kind):
		c.report.Add(diag.WrongType, a.At, "`%s` cannot work on %s", f.Name, article(got)).Helped("it takes %s", kindWords(p.Kinds))
		return types.Type{}
	case got.Optional:
		ReportNull(a, c.report)
		return types.Type{}
	}
	return got
}

// Signature shows how a function is written: "slice(text, from, to)".
func (f Function) Signature() string {
	names := make([]string, len(f.Params))
	for i, p := range f.Params {
		names[i] = p.Name
	}
	return f.Name + "(" + strings.Join(names, ", ") + ")"
}
