package check

import (
	"slices"

	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/expr"
	"github.com/ringflow/ringflow/flow/spec"
	"github.com/ringflow/ringflow/flow/types"
)

// rests notes the unverified facts that the flow rests on: those that the
// registry declares for the fields that its steps use. What functions rest on
// was noted where they are called.
func rests(c *checker) {
	for _, b := range c.Flow.All() {
		ast.Walk(b.Steps, func(s *ast.Step) {
			c.restsOn(s.Verb.Head, s.Head)
			for _, f := range s.Verb.Fields {
				c.restsOn(f, s.Field(f.Name))
			}
		})
	}
	slices.Sort(c.Rests)
	c.Rests = slices.Compact(c.Rests)
}

// restsOn follows a field of a step; v is nil when it is not given.
func (c *checker) restsOn(f spec.Field, v *ast.Value) {
	if len(f.Rests) > 0 && inUse(f, v) {
		c.Rests = append(c.Rests, f.Rests...)
	}
	if v == nil {
		return
	}
	for _, group := range slices.Concat(v.Targets, []*ast.Value{v}) {
		for _, inner := range f.Fields {
			c.restsOn(inner, group.Field(inner.Name))
		}
	}
}

// inUse reports whether a value, or the default in its place, asks for what its
// field is there for. A number that is not given is its default.
func inUse(f spec.Field, v *ast.Value) bool {
	switch {
	case v == nil:
		return f.Kind == spec.Count && f.Default != "" && f.Default != "0"
	case f.Kind == spec.Count:
		return v.Number > 0
	case f.Kind == spec.Word:
		return v.Text.Value != f.Default
	case f.Kind == spec.Headers:
		return slices.ContainsFunc(v.Notes, func(n *ast.Note) bool { return slices.ContainsFunc(n.Value.Holes(), isSecret) })
	case f.Of == "profile":
		return Continuous(v.Text.Value)
	}
	return true
}

func isSecret(x *expr.Expr) bool { return x.Type.Kind == types.Secret }
