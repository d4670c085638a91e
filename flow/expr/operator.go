package expr

import (
	"slices"

	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/types"
)

// union returns the type of what is of the one type or of the other; null makes
// it optional, and an empty list is a list of anything.
func union(a, b types.Type) (types.Type, bool) {
	switch {
	case a.Kind == types.Bad || a.Kind == types.Null:
		b.Optional = b.Kind != types.Null && (a.Kind == types.Null || a.Optional || b.Optional)
		return b.With(a.Owners), true
	case b.Kind == types.Null:
		return union(b, a)
	case !a.Same(b):
		return types.Type{}, false
	}
	if a.Kind == types.List && b.Kind == types.List {
		item, _ := union(*a.Elem, *b.Elem)
		a.Elem = &item
	}
	a.Optional = a.Optional || b.Optional
	return a.With(b.Owners), true
}

// product checks a multiplication: a duration and money can be taken several times.
func (c checker) product(e *Expr) types.Type {
	a, b := c.check(e.Args[0], types.Type{}), c.check(e.Args[1], types.Type{})
	if !a.Optional && !b.Optional && (a.Kind == types.Money && b.Kind == types.Number || a.Kind == types.Number && b.Kind == types.Money) {
		return types.MoneyOf(a.Name + b.Name).With(a.Owners).With(b.Owners)
	}
	if !a.Optional && !b.Optional && (a.Kind == types.Duration && b.Kind == types.Number || a.Kind == types.Number && b.Kind == types.Duration) {
		return types.Of(types.Duration).With(a.Owners).With(b.Owners)
	}
	return c.oneKind(e, []types.Type{a, b}, types.Number)
}

// operand checks an operand that must be of one kind and not null.
func (c checker) operand(e *Expr, kind types.Kind) types.Type {
	return Expect(e, types.Of(kind), c.scope, c.report)
}

// arithmetic checks operands that are all of one kind out of a few.
func (c checker) arithmetic(e *Expr, kinds ...types.Kind) types.Type {
	got := make([]types.Type, len(e.Args))
	for i, a := range e.Args {
		got[i] = c.check(a, types.Type{})
	}
	return c.oneKind(e, got, kinds...)
}

// oneKind is the type of an operation on operands of these types.
func (c checker) oneKind(e *Expr, got []types.Type, kinds ...types.Kind) types.Type {
	var owners types.Owners
	first := types.Type{}
	for i, a := range e.Args {
		t := got[i]
		owners = owners.Join(t.Owners)
		switch {
		case t.Kind == types.Bad:
			return poison(e)
		case t.Optional:
			ReportNull(a, c.report)
			return poison(e)
		case !slices.Contains(kinds, t.Kind):
			d := c.report.Add(diag.WrongType, a.At, "`%s` cannot work on %s", sign(e), article(t)).Helped("it takes %s", kindWords(kinds))
			if t.Kind == types.Date && (e.Op == Add || e.Op == Sub) {
				d.Helped("days are counted by add_days(date, days) and days_between(from, to)")
			}
			return poison(e)
		case i > 0 && !t.Same(first):
			c.report.Add(diag.WrongType, e.At, "`%s` joins %s and %s", sign(e), article(first), article(t)).Helped("%s", oneType(first, t))
			return poison(e)
		}
		if i == 0 {
			first = t
		}
	}
	return types.Type{Kind: first.Kind, Name: first.Name, Owners: owners}
}

// oneType helps where two sides differ in type.
func oneType(a, b types.Type) string {
	kinds := []types.Kind{a.Kind, b.Kind}
	switch {
	case a.Kind == types.Money && b.Kind == types.Money:
		return "both sides must be of one currency"
	case slices.Contains(kinds, types.Money) && slices.Contains(kinds, types.Number):
		return "both sides must be of one type; money has a currency: 2.50 EUR"
	case slices.Contains(kinds, types.Duration) && slices.Contains(kinds, types.Number):
		return "both sides must be of one type; a duration has a unit: 2s"
	case slices.Contains(kinds, types.Text) && slices.Contains(kinds, types.Number):
		return "both sides must be of one type; text(x) makes a text of a number"
	}
	return "both sides must be of one type"
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
		if k == types.Enum {
			words[i] = "enumeration"
		}
	}
	return diag.OneOf(words)
}

// comparable kinds; records and lists have no single meaning of "equal".
var comparable = []types.Kind{types.Text, types.Number, types.Bool, types.Phone, types.URL, types.Email, types.Duration, types.Money, types.Date, types.Time, types.Enum, types.Null, types.Bad}

func (c checker) equality(e *Expr) types.Type {
	left, right := c.sides(e)
	result := types.Of(types.Bool).With(left.Owners).With(right.Owners)
	null := left.Kind == types.Null || right.Kind == types.Null
	if left.Kind == types.Null && right.Kind == types.Null {
		c.report.Add(diag.WrongType, e.At, "null is compared with null").Helped("leave the test out")
		return poison(e)
	}
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
		d := c.report.Add(diag.WrongType, e.At, "%s is compared with %s", article(left), article(right))
		if !helpQuotedWord(d, left, e.Args[1]) && !helpQuotedWord(d, right, e.Args[0]) {
			d.Helped("%s", oneType(left, right))
		}
		return poison(e)
	case !slices.Contains(comparable, left.Kind):
		c.report.Add(diag.WrongType, e.At, "%s cannot be compared as a whole", article(left)).Helped("compare its parts")
		return poison(e)
	}
	return result
}

// helpQuotedWord helps if a word of an enumeration was written in quotes.
func helpQuotedWord(d *diag.Diagnostic, t types.Type, e *Expr) bool {
	if t.Kind != types.Enum || e.Op != Text || !slices.Contains(t.Words, e.Value) {
		return false
	}
	d.Helped("a word of %s stands without quotes: %s", t.Name, e.Value).Fixed(e.At, e.Value, "leave the quotes out")
	return true
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
	case list.Kind == types.List && list.Optional:
		ReportNull(e.Args[1], c.report)
		return poison(e)
	case list.Kind != types.List:
		d := c.report.Add(diag.WrongType, e.Args[1].At, "`in` looks into a list, and this is %s", article(list))
		if list.Kind == types.Text {
			d.Helped("contains(text, part) looks into a text")
		}
		return poison(e)
	case !item.Same(*list.Elem):
		c.report.Add(diag.WrongType, e.At, "%s is looked for in %s", article(item), article(list))
		return poison(e)
	case !slices.Contains(comparable, item.Kind):
		c.report.Add(diag.WrongType, e.Args[0].At, "%s cannot be compared as a whole", article(item)).Helped("look for one of its parts")
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
	if yes.Kind == types.Bad || no.Kind == types.Bad {
		return poison(e)
	}
	both, ok := union(yes, no)
	if !ok {
		c.report.Add(diag.WrongType, e.At, "the two results are %s and %s", article(yes), article(no)).Helped("both must be of one type")
		return poison(e)
	}
	return both.With(test.Owners)
}
