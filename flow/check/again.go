package check

import (
	"slices"

	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/diag"
)

// Asks reports whether a step asks the caller, with attempts that are counted.
func Asks(s *ast.Step) bool {
	return s.Verb.Name == "gather" || s.Verb.Name == "menu" || s.Verb.Name == "listen"
}

// Repeats is how often a `repeat` costs nothing.
func Repeats(s *ast.Step) int { return number(s.Head, 3) }

// frame is a step around another, with the answer that leads there.
type frame struct {
	step   *ast.Step
	answer *ast.Handler // nil in a case, `then` or `else`
}

// loops is the rule that every way back leads to a step around it, and past a
// counter: what asks the caller has attempts, and a way back costs one.
func loops(c *checker) {
	for _, b := range c.Flow.All() {
		c.waysBack(b.Steps, nil)
	}
}

func (c *checker) waysBack(steps []*ast.Step, around []frame) {
	for i, s := range steps {
		switch s.Verb.Name {
		case "repeat":
			if s.Head != nil {
				field := s.Verb.Head
				field.Name = s.Verb.Name
				c.inRange(s.Head, field)
			}
			c.wayBack(s, around, func(f frame) bool { return Asks(f.step) }, "`repeat` stands under no outcome of `gather`, `menu` or `listen`")
		case "restart":
			c.restart(s, around)
		case "continue":
			if len(around) == 0 {
				c.add(diag.NotAllowedHere, s.VerbAt, "`continue` stands under no outcome and in no case").Helped("remove it: the next step follows anyway")
			} else if i+1 < len(steps) {
				c.add(diag.Unreachable, steps[i+1].VerbAt, "no call comes behind `continue`").Also(s.VerbAt, "this leaves the branch").Helped("remove what follows, or `continue`")
			}
		}
		c.nested(s, around)
	}
}

func (c *checker) nested(s *ast.Step, around []frame) {
	if s.Head != nil {
		for _, k := range s.Head.Cases {
			c.waysBack(k.Do, append(slices.Clip(around), frame{s, nil}))
		}
	}
	for _, f := range s.Fields {
		c.waysBack(f.Value.Steps, append(slices.Clip(around), frame{s, nil}))
	}
	for _, h := range s.On {
		c.waysBack(h.Steps, append(slices.Clip(around), frame{s, h}))
	}
}

func (c *checker) restart(s *ast.Step, around []frame) {
	if s.Head == nil || s.Head.Bad {
		return
	}
	name := s.Head.Text.Value
	var names []string
	for _, f := range around {
		if f.step.Name.Name == name && !Asks(f.step) {
			c.add(diag.NotAllowedHere, s.Head.At, "`%s` cannot begin again: it counts no attempts", name).Also(f.step.VerbAt, "the step").
				Helped("restart a `gather`, `menu` or `listen`")
			return
		}
		if f.step.Name.Name != "" && Asks(f.step) {
			names = append(names, f.step.Name.Name)
		}
	}
	if !slices.Contains(names, name) {
		d := c.add(diag.UnknownName, s.Head.At, "no step around this one is named `%s`", name).Meant(name, names)
		if len(names) == 0 {
			d.Helped("give the `gather`, `menu` or `listen` that it stands in the name: `id: %s`", name)
		}
		return
	}
	c.wayBack(s, around, func(f frame) bool { return f.step.Name.Name == name }, "")
}

// wayBack finds the innermost step that a way back is for. Where attempts are
// used up there is none to spend.
func (c *checker) wayBack(s *ast.Step, around []frame, isIt func(frame) bool, none string) {
	for i := len(around) - 1; i >= 0; i-- {
		f := around[i]
		if !isIt(f) {
			continue
		}
		if f.answer != nil && slices.ContainsFunc(f.answer.Outcomes, func(o ast.Outcome) bool { return o.Name == "gave_up" || o.Name == "otherwise" }) {
			c.add(diag.NotAllowedHere, s.VerbAt, "`%s` would never end: it stands where the attempts of `%s` are used up", s.Verb.Name, f.step.Verb.Name).
				Also(f.answer.At, "the answer").Helped("raise `attempts:`, or end the call here")
			return
		}
		c.Again[s] = f.step
		c.Back[f.step] = append(c.Back[f.step], s)
		return
	}
	c.add(diag.NotAllowedHere, s.VerbAt, "%s", none).Helped("put it under `on:` of the step that is to be heard again")
}

// rounds is what a step uses when it is entered again as often as it can be, and
// then comes out as gave_up.
func (b *bounder) rounds(s *ast.Step) spent {
	ways := b.c.Back[s]
	if len(ways) == 0 {
		return spent{}
	}
	free := 0
	for _, way := range ways {
		if way.Verb.Name == "repeat" {
			free = max(free, Repeats(way))
		}
	}
	var inner, last spent
	for _, h := range s.On {
		switch {
		case h == HandlerOf(s, "gave_up"):
			last = b.list(h.Steps).peak
		case leadsBack(h.Steps, ways):
			inner = inner.max(b.list(h.Steps).peak)
		}
	}
	paid := number(s.Field("attempts").Field("wrong"), 3) - 1
	return spent{prompts: free}.plus(inner.times(free + paid)).plus(last)
}

func leadsBack(steps, ways []*ast.Step) bool {
	found := false
	ast.Walk(steps, func(s *ast.Step) { found = found || slices.Contains(ways, s) })
	return found
}

// forgetLoop drops, at the entry of a step that can be entered again, what is
// known of names that the ways back may have set meanwhile.
func (c *checker) forgetLoop(s *ast.Step, e *env) {
	if !Asks(s) {
		return
	}
	loop := false
	var names []string
	for _, inner := range s.Nested() {
		ast.Walk(inner, func(n *ast.Step) {
			loop = loop || n.Verb.Name == "repeat" || n.Verb.Name == "restart"
			if n.Verb.Name == "set" && n.Head != nil {
				for _, a := range n.Head.Args {
					names = append(names, a.Name)
				}
			}
			if as := n.Field("as"); as != nil {
				names = append(names, as.Text.Value)
			}
			if as := n.Field("accept").Field("as"); as != nil {
				names = append(names, as.Text.Value)
			}
		})
	}
	for _, name := range names {
		if loop {
			e.forget(name)
		}
	}
}
