package check

import (
	"strings"

	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/expr"
	"github.com/ringflow/ringflow/flow/spec"
	"github.com/ringflow/ringflow/flow/types"
)

// replyType is the record that `gives:` declares. It is known by its fields, so
// that one name bound by two steps is one type only when the fields agree.
func (c *checker) replyType(s *ast.Step) types.Type {
	gives, as := s.Field("gives"), s.Field("as")
	if gives == nil || as == nil {
		return types.Type{}
	}
	t := types.Type{Kind: types.Record, Fields: c.fields(gives.Decls, as.Text.Value, nil, "a field of a reply")}
	words := make([]string, len(t.Fields))
	for i, f := range t.Fields {
		words[i] = f.Name + ": " + f.Type.String()
		if holds(f.Type, types.Secret) || holds(f.Type, types.Duration) {
			c.add(diag.WrongType, gives.Decls[i].Type.All(), "a secret or a duration is inside of `%s`, and no reply has one", f.Type).
				Helped("take text, or a number of milliseconds")
		}
	}
	t.Name = "{" + strings.Join(words, ", ") + "}"
	return t
}

// holds reports whether a value of a kind is in values of a type.
func holds(t types.Type, k types.Kind) bool {
	if t.Kind == k || t.Elem != nil && holds(*t.Elem, k) {
		return true
	}
	for _, f := range t.Fields {
		if holds(f.Type, k) {
			return true
		}
	}
	return false
}

// deepOwners returns whose secrets are in values of a type, however deep.
func deepOwners(t types.Type) types.Owners {
	out := t.Owners
	if t.Elem != nil {
		out = out.Join(deepOwners(*t.Elem))
	}
	for _, f := range t.Fields {
		out = out.Join(deepOwners(f.Type))
	}
	return out
}

// handedOut checks values that leave the flow as they are, with all that is in them.
func (c *checker) handedOut(v *ast.Value, field spec.Field, e *env) {
	for _, a := range v.Args {
		t := expr.Check(a.Value, types.Type{}, scope{e, c}, c.report)
		c.use(a.Value)
		switch {
		case t.Kind == types.Bad:
		case holds(t, types.Secret):
			c.add(diag.WrongType, a.Value.At, "the value of a secret never enters a flow").Helped("a secret signs reports, and may stand in a header of `http`: the platform puts its value in")
		case holds(t, types.Money) && (t.Kind != types.Money || field.Name == "takes"):
			c.add(diag.WrongType, a.Value.At, "an amount of money is inside of `%s`", t).Helped("hand it out as text, text(x), or as minor_units(x)")
		default:
			t.Owners = deepOwners(t)
			c.sink(a.Value.At, t, field, a.Value)
		}
	}
}

// together reports one of two fields without the other.
func (c *checker) together(s *ast.Step, one, other string) {
	for range 2 {
		if v := s.Field(one); v != nil && s.Field(other) == nil {
			c.add(diag.MissingKey, v.At, "`%s` stands without `%s`", one, other).Helped("`gives:` declares what is in a reply, `as:` names it")
		}
		one, other = other, one
	}
}
