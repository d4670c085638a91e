package check

import (
	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/expr"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/spec"
	"github.com/ringflow/ringflow/flow/types"
	"maps"
	"slices"
)

// walkAll follows main, then finally, then the blocks that nothing runs (so
// that their mistakes are reported too).
func (c *checker) walkAll() {
	if main := c.Blocks["main"]; main != nil {
		c.walkMain(main)
	}
	if f := c.Blocks["finally"]; f != nil {
		f.state = walked
		c.finishing = true
		c.steps(f.Steps, &env{block: f, mode: inFinally})
		c.finishing = false
	}
	for _, b := range c.Flow.Blocks {
		if !ast.Qualified(b.Name) { // a library was walked by itself, and the rest of it is not in the flow
			c.walkBlock(c.Blocks[b.Name])
		}
	}
}

func (c *checker) walkMain(main *Block) {
	c.walkBlock(main)
	if main.Returns && c.shaped && !c.unsure {
		c.add(diag.NeverEnds, lastStep(main), "the flow goes on behind its last step").
			Helped("end it with `hangup`")
	}
}

// lastStep is where to point when something is missing at the end of a block.
func lastStep(b *Block) source.Span {
	if n := len(b.Steps); n > 0 {
		return b.Steps[n-1].VerbAt
	}
	return b.At
}

// walkBlock follows a block once; a block that is being followed already runs itself.
func (c *checker) walkBlock(b *Block) {
	if b.state != unwalked {
		return
	}
	b.state = walking
	e := &env{block: b}
	for _, need := range b.Needs {
		e.set(need)
	}
	if b.Returns = c.steps(b.Steps, e); b.Returns {
		c.gives(b, e)
	}
	b.state = walked
}

// steps follows a list and reports whether something behind it can run.
func (c *checker) steps(list []*ast.Step, e *env) bool {
	goesOn := true
	for i, s := range list {
		if c.step(s, e) {
			continue
		}
		goesOn = false
		if i+1 < len(list) && !e.unsure {
			next := list[i+1]
			c.add(diag.Unreachable, next.VerbAt, "`%s` can never run", next.Verb.Name).Also(s.VerbAt, "every way through this ends the call").
				Helped("remove it, or let a way go on")
			break
		}
	}
	return goesOn
}

// step follows one step; false means that no way goes on behind it.
func (c *checker) step(s *ast.Step, e *env) bool {
	c.allowed(s, e)
	switch s.Verb.Name {
	case "choose":
		return c.choose(s, e)
	case "if":
		return c.branch(s, e)
	}
	c.forgetLoop(s, e)
	c.makeBindings(s, e)
	c.stepFields(s, e)
	ways := c.ways(s, e)
	e.join(ways)
	return len(ways) > 0
}

// allowed reports a verb in a place that cannot have it.
func (c *checker) allowed(s *ast.Step, e *env) {
	switch place := s.Verb.Place; {
	case place == spec.Reporting && e.mode != inFinally:
		c.add(diag.NotAllowedHere, s.VerbAt, "`%s` stands outside of `finally`", s.Verb.Name).
			Helped("a call is reported once, when it is over: move this to `finally:`")
	case place == spec.Audible && e.mode == inFinally:
		c.add(diag.NotAllowedHere, s.VerbAt, "`%s` stands in `finally`, where the call is over", s.Verb.Name).Helped("only silent verbs can stand there: note, set, log, if, choose, http, store, forget, script and report")
	case (place == spec.Audible || place == spec.Working) && e.mode == hook:
		c.add(diag.NotAllowedHere, s.VerbAt, "`%s` stands under an outcome that takes notes only", s.Verb.Name).Helped("only silent verbs can stand there: note, set, log, if and choose")
	}
}

// stepFields checks what stands behind the verb and its fields.
func (c *checker) stepFields(s *ast.Step, e *env) {
	if s.Head != nil {
		c.value(s, s.Head, s.Verb.Head, e)
	}
	for _, f := range s.Fields {
		if field, ok := s.Verb.Field(f.Name); ok {
			c.value(s, f.Value, field, c.inside(s, f.Name, e))
		}
	}
}

// value checks a value by the kind of its field.
func (c *checker) value(s *ast.Step, v *ast.Value, field spec.Field, e *env) {
	if v.Bad {
		return
	}
	switch field.Kind {
	case spec.Expr:
		c.expression(v.Expr, field, e)
	case spec.Text:
		c.template(v.Tmpl, field, e)
	case spec.Prompt:
		before := len(c.Sinks)
		for _, h := range v.Prompts {
			c.heard(h, field, e)
		}
		c.guarded(s, field, c.Sinks[before:])
	case spec.Args:
		c.arguments(s, v, field, e)
	case spec.Notes:
		c.notes(v, field, e)
	case spec.Targets:
		c.targets(s, v, field, e)
	case spec.Headers:
		c.headers(v, field, e)
	case spec.Name:
		c.reference(v, field)
	case spec.Group:
		inner := e
		if s.Verb.Name == "gather" && field.Name == "accept" {
			inner = c.entered(s, e)
		}
		for _, f := range v.Fields {
			for _, known := range field.Fields {
				if known.Name == f.Name {
					c.value(s, f.Value, known, inner)
				}
			}
		}
	}
}

func (c *checker) expression(x *expr.Expr, field spec.Field, e *env) {
	t := expr.Expect(x, field.Type, scope{e, c}, c.report)
	c.use(x)
	if t.Kind == types.Secret && x.Op != expr.Field {
		c.add(diag.WrongType, x.At, "a secret is named, not computed").Helped("write `config.NAME`")
		return
	}
	if t.Kind != types.Bad {
		c.sink(x.At, t, field, x)
	}
}

// use notes which declarations an expression uses.
func (c *checker) use(x *expr.Expr) {
	c.pseudonyms(x)
	x.Walk(func(n *expr.Expr) {
		if n.Op == expr.Call {
			f, _ := expr.FunctionNamed(n.Value)
			c.Rests = append(c.Rests, f.Rests...)
		}
		if n.Op == expr.Field && n.Args[0].Op == expr.Name && n.Args[0].Binding != nil && n.Args[0].Binding.Kind == expr.Config {
			c.used.config[n.Value] = true
		}
		c.useArgs(n)
		c.fact(n)
	})
}

func (c *checker) template(t *expr.Template, field spec.Field, e *env) {
	if t.Plural != nil {
		c.plural(t.Plural, field, e)
		return
	}
	c.markupLength(t)
	for _, hole := range t.Holes() {
		c.hole(hole, field, e)
		c.aloud(hole, t.Language)
	}
}

// hole checks an expression that becomes text.
func (c *checker) hole(x *expr.Expr, field spec.Field, e *env) {
	t := expr.Check(x, types.Type{}, scope{e, c}, c.report)
	c.use(x)
	switch t.Kind {
	case types.Text, types.Number, types.Enum, types.URL, types.Email, types.Phone, types.Money, types.Date, types.Time:
		if t.Optional {
			expr.ReportNull(x, c.report)
			return
		}
		c.sink(x.At, t, field, x)
	case types.Bad:
	case types.Secret:
		c.add(diag.WrongType, x.At, "the value of a secret never enters a flow").Helped("a secret signs reports, and may stand in a header of `http`: the platform puts its value in")
	default:
		d := c.add(diag.WrongType, x.At, "a hole takes text or a number, and this is `%s`", t)
		if t.Kind == types.Bool {
			d.Helped("text(%s) makes a text of it", x.At.Text()).Fixed(x.At, "text("+x.At.Text()+")", "make a text of it")
		}
	}
}

// arguments checks `set`, `with` and `key`.
func (c *checker) arguments(s *ast.Step, v *ast.Value, field spec.Field, e *env) {
	switch {
	case s.Verb.Name == "set":
		c.assignments(v, e)
	case field.Name == "with", field.Name == "as":
		return // run checks them against what the block needs and gives
	case field.Name == "body", field.Name == "takes":
		c.handedOut(v, field, e)
	case field.Name == "value":
		c.entry(s, v, field, e)
	case field.Name == "key":
		c.storeKey(s, v, field, e)
	}
}

func (c *checker) assignments(v *ast.Value, e *env) {
	for _, a := range v.Args {
		want, old := types.Type{}, e.lookup(a.Name)
		if old != nil {
			want = old.Type
		}
		t := expr.Check(a.Value, want, scope{e, c}, c.report)
		c.use(a.Value)
		if c.Set[a] = c.bind(a.Ident, t, e); c.Set[a] != nil {
			c.noteText(c.Set[a], a.Value, old)
		}
	}
}

// bind gives a name a value; a name keeps its type.
func (c *checker) bind(id ast.Ident, t types.Type, e *env) *expr.Binding {
	old := e.lookup(id.Name)
	switch {
	case c.roots()[id.Name] != nil:
		return nil // reported by the parser
	case t.Kind == types.Null:
		c.add(diag.WrongType, id.At, "`%s` would only ever be null", id.Name)
		t = types.Type{}
	case old != nil && !t.Fits(old.Type) && !old.Type.Fits(t):
		c.add(diag.WrongType, id.At, "`%s` is a %s here and was a %s", id.Name, t, old.Type).Also(old.At, "bound here").Helped("take another name")
		t = types.Type{}
	}
	slot := c.slot(id.Name, e.block.Name, t)
	b := &expr.Binding{Kind: expr.Local, Name: id.Name, Slot: slot, Type: t, At: id.At}
	e.set(b)
	c.used.bound = append(c.used.bound, b)
	return b
}

func (c *checker) notes(v *ast.Value, field spec.Field, e *env) {
	for _, n := range v.Notes {
		if !c.resultField(n.Name) {
			c.add(diag.UnknownName, n.At, "the call result has no field `%s`", n.Name).Helped("%s", c.resultHelp(n.Name))
		}
		c.used.result[n.Name] = true
		c.template(n.Value, field, e)
	}
}

func (c *checker) resultField(name string) bool {
	for _, r := range c.Result {
		if r == name {
			return true
		}
	}
	return false
}

func (c *checker) resultHelp(name string) string {
	if len(c.Result) == 0 {
		return "declare it: `result: {" + name + ": \"\"}`"
	}
	return diag.DidYouMean(name, c.Result)
}

// reference checks a name that refers to a declaration.
func (c *checker) reference(v *ast.Value, field spec.Field) {
	name := v.Text.Value
	switch field.Of {
	case "store":
		c.used.stores[name] = true
		if c.Stores[name] == nil && !c.lost(name) {
			d := c.add(diag.UnknownStore, v.At, "there is no store `%s`", name).Meant(name, storeNames(c.Stores))
			if len(c.Stores) == 0 {
				d.Helped("declare it under `stores:`")
			}
		}
	case "calendar":
		c.used.calendars[name] = true
		if c.Calendars[name] == nil && !c.lost(name) {
			d := c.add(diag.UnknownName, v.At, "there is no calendar `%s`", name).Meant(name, slices.Sorted(maps.Keys(c.Calendars)))
			if len(c.Calendars) == 0 {
				d.Helped("declare it under `calendars:`")
			}
		}
	case "language":
		c.switchTo(name, v.At)
	case "block":
		switch {
		case name == "main" || name == "finally":
			c.add(diag.UnknownBlock, v.At, "`%s` is no block", name).Helped("move its steps into a block, and run that at both places")
		case c.block(name) == nil && !c.lost(name):
			c.add(diag.UnknownBlock, v.At, "there is no block `%s`", name).Meant(name, c.blockNames())
		}
	}
}

// block returns a block that can be run; main and finally cannot.
func (c *checker) block(name string) *Block {
	if name == "main" || name == "finally" {
		return nil
	}
	return c.Blocks[name]
}

func (c *checker) blockNames() []string {
	var out []string
	for _, b := range c.Flow.Blocks {
		out = append(out, b.Name)
	}
	return out
}

func storeNames(stores map[string]*Store) []string {
	var out []string
	for n := range stores {
		out = append(out, n)
	}
	return out
}
