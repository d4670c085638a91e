package check

import (
	"slices"

	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/expr"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/spec"
	"github.com/ringflow/ringflow/flow/types"
)

// keeping is a private value that a step writes into a field of a store.
type keeping struct {
	at     source.Span
	t      types.Type
	field  string // STORE.FIELD
	sink   spec.Field
	belong types.Owners // to whom the field belongs
}

// entry checks what `store` writes against the fields of the store.
func (c *checker) entry(s *ast.Step, v *ast.Value, field spec.Field, e *env) {
	store := c.storeOf(s)
	if store == nil {
		return
	}
	var meant []string // fields that a mistyped name was meant for
	for _, a := range v.Args {
		want, ok := store.Type.Field(a.Name)
		if !ok {
			c.add(diag.WrongArgument, a.At, "the store `%s` has no field `%s`", store.Name, a.Name).Also(store.At, "the store").
				Meant(a.Name, store.Type.FieldNames())
			meant = append(meant, diag.Nearest(a.Name, store.Type.FieldNames()))
			continue
		}
		t := expr.Expect(a.Value, want, scope{e, c}, c.report)
		c.use(a.Value)
		switch {
		case t.Kind == types.Bad:
		case t.Private():
			c.kept = append(c.kept, keeping{a.Value.At, t, store.Name + "." + a.Name, field, want.Owners})
		default:
			c.sink(a.Value.At, t, field, a.Value)
		}
	}
	for _, f := range store.Type.Fields {
		given := slices.ContainsFunc(v.Args, func(a *ast.Arg) bool { return a.Name == f.Name })
		if !given && !f.Type.Optional && !slices.Contains(meant, f.Name) {
			c.add(diag.WrongArgument, v.At, "the store `%s` needs `%s`, which is not given", store.Name, f.Name).Also(store.At, "the store").
				Helped("add `%s: ...`, %s, or declare it as `optional %s`", f.Name, f.Type, f.Type)
		}
	}
}

// keepings is the rule that a private value goes back into the field of the
// store that it came from, and into no other: there it was, so nobody learns
// anything. What a block needs stands for all that it is given.
func keepings(c *checker) {
	for _, k := range c.kept {
		owners := c.trueOwners(k.t.Owners)
		if len(k.belong) > 0 && !slices.ContainsFunc(owners, func(o string) bool { return !slices.Contains(k.belong, o) }) {
			c.Sinks = append(c.Sinks, Sink{At: k.at, Sink: k.sink.Sink, Audience: k.sink.Audience, Verdict: "allowed: goes back into " + k.field})
			continue
		}
		d := c.leak(k.at, k.t, "would reach the "+k.sink.Audience+" as "+k.sink.Sink)
		if len(k.belong) == 0 {
			d.Helped("`%s` is public: a private value may only go back into the private field that it came from", k.field)
		} else {
			d.Helped("`%s` takes back what came from it, and nothing else that is private", k.field)
		}
	}
}
