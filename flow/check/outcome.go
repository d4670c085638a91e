package check

import (
	"slices"

	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/expr"
	"github.com/ringflow/ringflow/flow/spec"
	"github.com/ringflow/ringflow/flow/types"
)

// ways follows what stands under `on:` and returns the branches that go on.
func (c *checker) ways(s *ast.Step, e *env) []way {
	if s.Verb.Ends {
		return nil
	}
	if s.Verb.Name == "run" {
		return c.run(s, e)
	}
	if len(s.Verb.Outcomes) == 0 {
		c.hooksOnly(s, e)
		return []way{{e.child(), s.VerbAt}}
	}
	var ways []way
	for _, h := range s.On {
		in := e.child()
		c.bindCommon(s, h, in)
		if c.isHook(s, h) {
			in.mode = hook
			c.steps(h.Steps, in)
			continue
		}
		if c.steps(h.Steps, in) {
			ways = append(ways, way{in, h.At})
		}
	}
	e.unsure = e.unsure || s.Unread || len(missingOutcomes(s)) > 0 || s.Verb.Name == "menu" && len(keyOutcomes(s)) == 0 && s.Field("from") == nil
	for _, o := range s.Verb.Outcomes {
		if o.Default == spec.Continue && !handled(s, o.Name) && Applies(s, o) {
			in := e.child()
			c.bindOutcome(s, o.Name, in)
			ways = append(ways, way{in, s.VerbAt})
		}
	}
	return ways
}

// hooksOnly follows `caller_left`, the one outcome that verbs without outcomes have.
func (c *checker) hooksOnly(s *ast.Step, e *env) {
	for _, h := range s.On {
		in := e.child()
		in.mode = hook
		c.steps(h.Steps, in)
	}
}

// isHook reports whether a handler takes notes only.
func (c *checker) isHook(s *ast.Step, h *ast.Handler) bool {
	return len(h.Outcomes) > 0 && !slices.ContainsFunc(h.Outcomes, func(o ast.Outcome) bool { return !hookOutcome(s, o) })
}

func hookOutcome(s *ast.Step, o ast.Outcome) bool {
	if o.Name == spec.CallerLeft().Name {
		return true
	}
	known, ok := s.Verb.Outcome(o.Name)
	return ok && known.Hook
}

// handled reports whether an outcome has a handler of its own, or `otherwise`.
func handled(s *ast.Step, name string) bool {
	return HandlerOf(s, name) != nil
}

// HandlerOf returns the handler of an outcome: its own, or `otherwise` for one
// that has to be handled.
func HandlerOf(s *ast.Step, name string) *ast.Handler {
	for _, h := range s.On {
		for _, o := range h.Outcomes {
			if o.Name == name {
				return h
			}
		}
	}
	if known, ok := s.Verb.Outcome(name); ok && known.Default == spec.Must && !known.Key {
		for _, h := range s.On {
			for _, o := range h.Outcomes {
				if o.Name == "otherwise" {
					return h
				}
			}
		}
	}
	return nil
}

// Applies reports whether a step can come out so at all.
func Applies(s *ast.Step, o spec.Outcome) bool { return o.Needs == "" || s.Field(o.Needs) != nil }

// bindCommon binds what all outcomes of a handler bind.
func (c *checker) bindCommon(s *ast.Step, h *ast.Handler, e *env) {
	names := map[string]int{}
	outcomes := h.Outcomes
	if len(outcomes) == 1 && outcomes[0].Name == "otherwise" {
		outcomes = nil
		for _, o := range s.Verb.Outcomes {
			if o.Default == spec.Must && !o.Key && Applies(s, o) && HandlerOf(s, o.Name) == h {
				outcomes = append(outcomes, ast.Outcome{Ident: ast.Ident{Name: o.Name}})
			}
		}
	}
	for _, o := range outcomes {
		for _, b := range c.binds(s, o.Name) {
			names[b.Name]++
			if names[b.Name] == len(outcomes) {
				e.set(b)
			}
		}
	}
}

func (c *checker) bindOutcome(s *ast.Step, outcome string, e *env) {
	for _, b := range c.binds(s, outcome) {
		e.set(b)
	}
}

// binds returns what a step has bound when it comes out so. The bindings were
// made when the step's fields were checked.
func (c *checker) binds(s *ast.Step, outcome string) []*expr.Binding {
	b := c.Bound[s]
	switch {
	case s.Verb.Name == "lookup" && outcome == "found", s.Verb.Name == "listen" && outcome == "got", s.Verb.Name == "menu" && outcome == "picked",
		s.Verb.Name == "connect" && (outcome == "answered" || outcome == "ended"),
		s.Verb.Name == "http" && outcome == "ok", s.Verb.Name == "script" && outcome == "done":
		return b
	case s.Verb.Name == "gather":
		switch outcome {
		case "got", "found":
			return b
		case "entered", "missing", "expired", "malformed", "failed":
			return b[:min(1, len(b))]
		}
	}
	return nil
}

// run follows the block that a step runs.
func (c *checker) run(s *ast.Step, e *env) []way {
	c.hooksOnly(s, e)
	on := []way{{e.child(), s.VerbAt}}
	if s.Head == nil {
		return on
	}
	b := c.block(s.Head.Text.Value)
	if b == nil {
		c.unsure = true
		return on
	}
	c.used.blocks[b.Name] = true
	c.needs(s, b, e)
	if b.state == walking && c.lost(b.Name) {
		c.unsure = true
		return on
	}
	if b.state == walking {
		c.unsure = true
		c.add(diag.Recursion, s.Head.At, "the block `%s` runs itself", b.Name).Also(b.At, "the block").
			Helped("a call must end: repeat by `attempts:` of a gather or menu")
		return on
	}
	c.walkBlock(b)
	if !b.Returns {
		return nil
	}
	c.taken(s, b, on[0].env)
	return on
}

// needs checks `with:` against what the block needs.
func (c *checker) needs(s *ast.Step, b *Block, e *env) {
	var args []*ast.Arg
	var meant []string // needs that a mistyped name was meant for
	if v := s.Field("with"); v != nil {
		if v.Bad {
			return
		}
		args = v.Args
	}
	for _, a := range args {
		i := slices.IndexFunc(b.Needs, func(n *expr.Binding) bool { return n.Name == a.Name })
		if i < 0 {
			c.add(diag.WrongArgument, a.At, "the block `%s` needs no `%s`", b.Name, a.Name).Also(b.At, "the block").
				Meant(a.Name, needNames(b))
			meant = append(meant, diag.Nearest(a.Name, needNames(b)))
			continue
		}
		c.giveNeed(a, b, b.Needs[i], e)
	}
	for _, need := range b.Needs {
		if b.Defaults[need.Name] == nil && !slices.Contains(meant, need.Name) && !slices.ContainsFunc(args, func(a *ast.Arg) bool { return a.Name == need.Name }) {
			c.add(diag.WrongArgument, s.Head.At, "the block `%s` needs `%s`, which is not given", b.Name, need.Name).Also(need.At, "declared here").
				Helped("add `with: {%s: ...}`, %s", need.Name, need.Type)
		}
	}
}

// give notes whose value a need is given.
func (b *Block) give(need string, owners types.Owners) {
	if b.given == nil {
		b.given = map[string]types.Owners{}
	}
	b.given[need] = b.given[need].Join(owners)
}

func needNames(b *Block) []string {
	var out []string
	for _, n := range b.Needs {
		out = append(out, n.Name)
	}
	return out
}

// outcomes is the rule that every outcome has exactly one answer.
func outcomes(c *checker) {
	for _, b := range c.Flow.All() {
		ast.Walk(b.Steps, c.stepOutcomes)
	}
}

func (c *checker) stepOutcomes(s *ast.Step) {
	seen := map[string]ast.Outcome{}
	keys := 0
	for _, h := range s.On {
		for _, o := range h.Outcomes {
			if first, twice := seen[o.ID()]; twice {
				c.add(diag.OutcomeTwice, o.At, "`%s` is handled twice", o.At.Text()).Labelled("again").Also(first.At, "first")
				continue
			}
			seen[o.ID()] = o
			if o.Key != "" {
				keys++
			}
			c.knownOutcome(s, o)
		}
		c.mixedHandler(s, h)
	}
	c.reportMissing(s)
	if s.Verb.Name == "menu" && keys == 0 && s.Field("from") == nil && !s.Unread {
		c.add(diag.MissingOutcome, s.VerbAt, "the menu has no key").Helped("add `key \"1\": STEPS` under `on:`")
	}
}

// knownOutcome reports an outcome that the verb does not have.
func (c *checker) knownOutcome(s *ast.Step, o ast.Outcome) {
	known, ok := s.Verb.Outcome(o.Name)
	switch {
	case o.Name == spec.CallerLeft().Name && s.Verb.Waits, o.Name == "otherwise" && len(s.Verb.Outcomes) > 0:
	case !ok || known.Key != (o.Key != ""):
		d := c.add(diag.UnknownOutcome, o.At, "`%s` has no outcome `%s`", s.Verb.Name, o.At.Text())
		if names := outcomeNames(s); o.Key == "" && diag.Nearest(o.Name, names) != "" {
			d.Meant(o.Name, names)
		} else {
			d.Helped("%s", outcomeHelp(s, o))
		}
	case !Applies(s, known):
		c.add(diag.UnknownOutcome, o.At, "`%s` comes out as `%s` only with `%s:`", s.Verb.Name, o.Name, known.Needs).Helped("remove it, or add `%s:`", known.Needs)
	}
}

func outcomeHelp(s *ast.Step, o ast.Outcome) string {
	names := outcomeNames(s)
	if len(names) == 0 {
		return "it has none"
	}
	if near := diag.Nearest(o.Name, names); near != "" {
		return "did you mean `" + near + "`?"
	}
	return "it has " + diag.Words(names)
}

func outcomeNames(s *ast.Step) []string {
	var names []string
	for _, o := range s.Verb.Outcomes {
		switch {
		case o.Key:
			names = append(names, `key "1"`)
		case Applies(s, o):
			names = append(names, o.Name)
		}
	}
	if s.Verb.Waits {
		names = append(names, spec.CallerLeft().Name)
	}
	return names
}

// mixedHandler reports one answer for outcomes that take notes and outcomes that do not.
func (c *checker) mixedHandler(s *ast.Step, h *ast.Handler) {
	hooks := 0
	for _, o := range h.Outcomes {
		if hookOutcome(s, o) {
			hooks++
		}
	}
	if hooks > 0 && hooks < len(h.Outcomes) {
		c.add(diag.NotAllowedHere, h.At, "one answer serves outcomes that take notes only and others that do not").Helped("write them apart")
	}
}

// missingOutcomes lists the outcomes that must be handled and are not.
func missingOutcomes(s *ast.Step) []string {
	var missing []string
	for _, o := range s.Verb.Outcomes {
		if o.Default == spec.Must && !o.Key && Applies(s, o) && !handled(s, o.Name) && !(o.As != "" && handled(s, o.As)) {
			missing = append(missing, o.Name)
		}
	}
	return missing
}

// mistyped reports whether an unknown outcome of the step was meant for a missing one.
func mistyped(s *ast.Step, missing string) bool {
	for _, h := range s.On {
		for _, o := range h.Outcomes {
			if _, known := s.Verb.Outcome(o.Name); !known && diag.Nearest(o.Name, outcomeNames(s)) == missing {
				return true
			}
		}
	}
	return false
}

// reportMissing reports, in one message, all outcomes without an answer.
func (c *checker) reportMissing(s *ast.Step) {
	if s.Unread {
		return
	}
	missing := slices.DeleteFunc(missingOutcomes(s), func(name string) bool { return mistyped(s, name) })
	if len(missing) > 0 {
		d := c.add(diag.MissingOutcome, s.VerbAt, "`%s` can come out as %s, and nothing says what follows", s.Verb.Name, diag.OneOf(missing)).
			Helped("handle them under `on:`, for instance `%s: hangup`, or all of them by `otherwise:`", join(missing))
		handleMissing(d, s, missing)
	}
}

func join(names []string) string {
	out := names[0]
	for _, n := range names[1:] {
		out += " | " + n
	}
	return out
}
