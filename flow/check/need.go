package check

import (
	"strings"

	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/expr"
	"github.com/ringflow/ringflow/flow/spec"
	"github.com/ringflow/ringflow/flow/types"
)

// needType reads the type of a need: any type, or `prompt`.
func (c *checker) needType(d ast.Decl) types.Type {
	if d.Type.Value == "prompt" {
		return types.Of(types.Prompt)
	}
	return c.typeOf(d.Type, nil, "a need")
}

// needDefaults checks the defaults of needs. They see what exists everywhere, and
// have their values when the block is run.
func (c *checker) needDefaults() {
	for _, decl := range c.Flow.All() {
		b := c.Blocks[decl.Name]
		if b.Block != decl {
			continue // a block of a name that is taken, which was reported
		}
		for i, d := range decl.Needs {
			if d.Default != nil {
				b.Defaults[d.Name] = &ast.Arg{Ident: d.Ident, Value: d.Default.Expr}
				c.giveNeed(b.Defaults[d.Name], b, b.Needs[i], &env{block: b})
			}
		}
	}
}

// giveNeed checks a value for a need.
func (c *checker) giveNeed(a *ast.Arg, b *Block, need *expr.Binding, e *env) {
	switch {
	case need.Type.Kind == types.Prompt:
		c.givePrompt(a, e)
		return
	case need.Type.Kind == types.Bad && a.Value.Op == expr.Name && (scope{e, c}).Lookup(a.Value.Value) == nil:
		return // a word of a type that is not there, which was reported
	}
	t := expr.Expect(a.Value, need.Type, scope{e, c}, c.report)
	c.use(a.Value)
	b.give(a.Name, t.Owners)
	if t.Private() && !need.Type.Private() {
		c.leak(a.Value.At, t, "is given to `"+need.Name+"`, which is public in the block `"+b.Name+"`").
			Also(need.At, "declared here").Helped("declare the need as `private %s`", need.Type)
	}
}

// heardInBlock is where a prompt ends that is given to a block.
func heardInBlock() spec.Field {
	return spec.Field{Kind: spec.Prompt, Sink: "speech", Audience: "caller or callee"}
}

// givePrompt resolves a prompt that a block is given by its name: the holes get
// their values here, as if it was heard here.
func (c *checker) givePrompt(a *ast.Arg, e *env) {
	name := a.Value.Path()
	if name == "" {
		c.add(diag.WrongType, a.Value.At, "a prompt was expected here").Helped("give the name of a prompt")
		return
	}
	if b := e.lookup(name); b != nil && b.Type.Kind == types.Prompt {
		expr.Check(a.Value, b.Type, scope{e, c}, c.report)
		return
	}
	switch ns := ast.Namespace(e.block.Name); {
	case !ast.Qualified(name):
		name = ns + name
	case ns == "" && c.stranger(name, a.Value.At, diag.UnknownPrompt):
		return
	}
	h := &ast.Heard{At: a.Value.At, Prompt: ast.Ident{Name: name, At: a.Value.At}}
	c.Given[a] = h
	c.prompt(h, heardInBlock(), e)
}

// promptNeed returns the need that a prompt's name stands for, nil for a prompt of the file.
func (c *checker) promptNeed(h *ast.Heard, e *env) *expr.Binding {
	b := e.lookup(strings.TrimPrefix(h.Prompt.Name, ast.Namespace(e.block.Name)))
	if b == nil || b.Type.Kind != types.Prompt {
		return nil
	}
	c.used.slots[b.Slot] = true
	for _, a := range h.Args {
		c.add(diag.WrongArgument, a.At, "the block is given the prompt `%s` with its holes filled", b.Name).Also(b.At, "it needs it here").
			Helped("its holes get their values where the block is run")
	}
	return b
}
