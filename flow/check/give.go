package check

import (
	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/expr"
	"github.com/ringflow/ringflow/flow/types"
)

// gives checks, where a block comes back, that what it gives is bound on every way.
func (c *checker) gives(b *Block, e *env) {
	c.within = ast.Namespace(b.Name)
	defer func() { c.within = "" }()
	for _, d := range b.Gives {
		t := c.typeOf(d.Type, nil, "what a block gives")
		if t.Private() {
			t.Owners = types.Owners{b.Name + "." + d.Name}
		}
		out := &expr.Binding{Kind: expr.Local, Name: d.Name, Type: t, At: d.At}
		b.Back[d.Name] = out
		have := (scope{e, c}).Lookup(d.Name)
		switch lost := (scope{e, c}).Lost(d.Name); {
		case (have == nil || have.Kind != expr.Local) && lost.Known():
			c.add(diag.NotOnAllPaths, d.At, "the block does not give `%s` on every way that comes back", d.Name).
				Also(lost, "this goes on without it").Helped("bind it there too, or end the call there")
			out.Type = types.Type{}
		case have == nil || have.Kind != expr.Local:
			c.add(diag.UnknownName, d.At, "the block gives `%s`, and nothing in it is named so", d.Name).
				Helped("bind it in the block, by `as:` or `set`")
			out.Type = types.Type{}
		default:
			c.given(b, have, out, e)
		}
	}
}

// given checks the value that a block gives against what it says that it gives.
func (c *checker) given(b *Block, have, out *expr.Binding, e *env) {
	out.Slot = have.Slot
	t := have.Type
	if t.Optional && (scope{e, c}).NonNull(out.Name) {
		t.Optional = false
	}
	b.give(out.Name, t.Owners)
	switch {
	case !t.Fits(out.Type):
		c.add(diag.WrongType, out.At, "the block gives `%s` as `%s`, and it is `%s`", out.Name, out.Type, t).Also(have.At, "bound here")
		out.Type = types.Type{}
	case t.Private() && !out.Type.Private():
		c.leak(out.At, t, "is given back as public").Also(have.At, "bound here").Helped("give it as `private %s`", out.Type)
	}
}

// taken binds, behind a step that runs a block, names for what the block gives.
func (c *checker) taken(s *ast.Step, b *Block, e *env) {
	as := s.Field("as")
	if as == nil {
		return
	}
	for _, a := range as.Args {
		out := b.Back[a.Value.Path()]
		if out == nil {
			var names []string
			for _, d := range b.Gives {
				names = append(names, d.Name)
			}
			d := c.add(diag.WrongArgument, a.Value.At, "the block `%s` gives no `%s`", b.Name, a.Value.At.Text()).Also(b.At, "the block")
			if len(names) > 0 {
				d.Meant(a.Value.At.Text(), names)
			}
			c.bind(a.Ident, types.Type{}, e) // nothing more follows from it
			continue
		}
		a.Value.Type, a.Value.Binding = out.Type, out
		if c.Set[a] = c.bind(a.Ident, out.Type, e); c.Set[a] == nil {
			continue
		}
		if known, ok := c.digits[out.Slot]; ok {
			c.digits[c.Set[a].Slot] = known.join(c.digits[c.Set[a].Slot])
		}
	}
}
