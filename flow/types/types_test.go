package types

import (
	"testing"

	"pgregory.net/rapid"
)

func TestString(t *testing.T) {
	side := Type{Kind: Enum, Name: "Side", Words: []string{"Courier"}}
	for want, typ := range map[string]Type{
		"text":                   Of(Text),
		"optional private phone": {Kind: Phone, Optional: true, Owners: Owners{"caller"}},
		"list of Side":           ListOf(side),
		"unknown":                {},
	} {
		if got := typ.String(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestFits(t *testing.T) {
	opt := Type{Kind: Phone, Optional: true}
	for _, c := range []struct {
		from, to Type
		want     bool
	}{
		{Of(Phone), opt, true}, {opt, Of(Phone), false}, {Of(Null), opt, true}, {Of(Null), Of(Phone), false},
		{Of(Text), Of(Phone), false}, {Type{}, Of(Phone), true}, {ListOf(Of(Text)), ListOf(Of(Text)), true},
		{ListOf(Of(Text)), ListOf(Of(Number)), false},
		{Type{Kind: Enum, Name: "A"}, Type{Kind: Enum, Name: "B"}, false},
	} {
		if got := c.from.Fits(c.to); got != c.want {
			t.Errorf("%s fits %s = %v", c.from, c.to, got)
		}
	}
}

// TestOwnersAreASet: joining is commutative, associative and changes nothing twice.
func TestOwnersAreASet(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		set := func(label string) Owners {
			var o Owners
			for _, n := range rapid.SliceOf(rapid.SampledFrom([]string{"a", "b", "c", "d"})).Draw(t, label) {
				o = o.Join(Owners{n})
			}
			return o
		}
		a, b, c := set("a"), set("b"), set("c")
		if a.Join(b).String() != b.Join(a).String() || a.Join(b).Join(c).String() != a.Join(b.Join(c)).String() || a.Join(a).String() != a.String() {
			t.Fatalf("%v %v %v", a, b, c)
		}
	})
}
