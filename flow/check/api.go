package check

import (
	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/expr"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/types"
)

// api reports whether the flow is started by the platform's API: nobody calls.
func (c *checker) api() bool { return c.Flow.Starts.Name == "api" }

// ArgsName is the name under which a flow finds what it was started with, and
// the slot that holds it.
const ArgsName = "args"

// declareArgs reads what the flow is started with. Where nothing is, the name
// stands for nothing, and `fact` says so.
func (c *checker) declareArgs() {
	f := c.Flow
	c.Args = &expr.Binding{Kind: expr.Local, Name: ArgsName, Slot: ArgsName}
	if f.ArgsAt.Known() && f.Starts.Name == "incoming" {
		c.add(diag.OtherStart, f.ArgsAt, "`args` are given to a flow that `starts: api`").Also(f.Starts.At, "this one is started by a call").
			Helped("a caller gives nothing but keys and words; ask by `gather`, or `lookup` what a backend has stored")
		return
	}
	if !c.api() {
		return
	}
	c.Args.Type = types.Type{Kind: types.Record, Name: ArgsName, Fields: c.fields(f.Args, ArgsName, entryKinds, "an argument")}
	c.Args.At = f.ArgsAt
	if len(f.Args) > 0 {
		c.slot(ArgsName, "main", c.Args.Type)
	}
	for _, d := range f.Args {
		if t, ok := c.Args.Type.Field(d.Name); ok && t.Private() {
			c.Sinks = append(c.Sinks, Sink{At: d.At, Sink: "argument", Audience: "application storage",
				Verdict: "allowed: until the session starts, 10 minutes at the most"})
		}
	}
}

// ofOtherStart reports whether a name is there in flows that start in another way alone.
func (c *checker) ofOtherStart(name string) bool {
	return name == ArgsName && !c.api() || name == "caller" && c.api()
}

// fact reports a name that the flow's way to start does not give, and args
// where the flow may be without them.
func (c *checker) fact(n *expr.Expr) {
	if n.Op != expr.Name || n.Binding == nil {
		return
	}
	switch {
	case n.Binding.Kind == expr.Caller && c.api():
		c.add(diag.OtherStart, n.At, "nobody calls in a flow that `starts: api`, so there is no `caller`").
			Helped("the number that is dialled stands behind `dial`, and what else is known in `args`")
	case n.Binding.Kind != expr.Local || n.Binding.Slot != ArgsName:
	case c.Flow.Starts.Name == "incoming":
		c.add(diag.OtherStart, n.At, "`args` are given to a flow that `starts: api`, and this one is started by a call").
			Helped("ask the caller by `gather`, or `lookup` what a backend has stored")
	case c.finishing:
		c.add(diag.NotAllowedHere, n.At, "`args` stands in `finally`, which also runs when the arguments could not be read").
			Helped("`note` in `main` what is wanted here, and use `result`")
	}
}

// useArgs notes which arguments an expression uses.
func (c *checker) useArgs(n *expr.Expr) {
	if n.Op == expr.Field && n.Args[0].Op == expr.Name && n.Args[0].Binding != nil && n.Args[0].Binding.Slot == ArgsName {
		c.used.args[n.Value] = true
	}
}

// starts is the rule that a verb fits the way in which the flow starts.
func starts(c *checker) {
	for _, b := range c.Flow.All() {
		ast.Walk(b.Steps, func(s *ast.Step) {
			switch name := s.Verb.Name; {
			case c.api() && (name == "answer" || name == "reject"):
				c.add(diag.OtherStart, s.VerbAt, "`%s` is for a call that comes in, and nobody calls in a flow that `starts: api`", name).
					Helped("call somebody by `dial`; who answers is in the call")
			case c.Flow.Starts.Name == "incoming" && name == "dial":
				c.add(diag.OtherStart, s.VerbAt, "`dial` makes the first call of a flow that `starts: api`, and here somebody calls").
					Helped("call a second person by `connect`")
			}
		})
	}
}

// reported is the line where a verb stood that nobody hears, which was said once.
const reported line = 4

// onOutboundLine is onLine where nobody calls: a call is there once somebody
// who was dialled answers.
func (c *checker) onOutboundLine(s *ast.Step, in line) line {
	switch name := s.Verb.Name; {
	case name == "dial" && in&isAnswer != 0:
		c.add(diag.NotAllowedHere, s.VerbAt, "somebody is in the call here already, on some way to this place").Helped("call a second person by `connect`")
	case name == "answer":
		return isAnswer // which was reported
	case s.Verb.Before || name == "hangup" && s.Head == nil:
	case in&notYet != 0:
		d := c.add(diag.NotAnswered, s.VerbAt, "`%s` needs somebody in the call, and on some way to this place nobody has answered", name)
		if name == "hangup" {
			d.Helped("leave the prompt out where nobody hears it: `hangup`")
		} else {
			d.Helped("put `dial` in front of it, and end the ways on which nobody answers")
		}
		return reported
	}
	return in
}

// behindDial is the state of the line behind an outcome.
func behindDial(s *ast.Step, outcome string, in line) line {
	switch {
	case s.Verb.Name != "dial":
		return in
	case dialReaches(outcome):
		return isAnswer
	}
	return notYet
}

// dialReaches reports whether there is a call when a dial comes out so.
func dialReaches(outcome string) bool {
	return outcome == "answered" || outcome == "unsure" || outcome == "machine"
}

// argsRequests is how many requests to the storage fetch the arguments: their key
// is read and removed.
const argsRequests = 2

// inCall stands for a time without a call where there is one.
const inCall = -1

// beforeCall is how long a session that nobody called can be without a call before
// somebody answers, in milliseconds, and the step at which it is that long.
func (c *checker) beforeCall() (longest int, at source.Span) {
	if !c.api() {
		return 0, at
	}
	at = c.Flow.Starts.At
	f := follower[int]{c: c, join: func(a, b int) int { return max(a, b) },
		visit: func(s *ast.Step, in int) int {
			if in != inCall {
				in += timeOf(s)
			}
			if in > longest {
				longest, at = in, s.VerbAt
			}
			return in
		},
		after: func(s *ast.Step, outcome string, in int) int {
			switch {
			case s.Verb.Name != "dial":
				return in
			case dialReaches(outcome):
				return inCall
			}
			return 0
		}}
	intoBlocks(&f)
	from := 0
	if len(c.Flow.Args) > 0 {
		from = argsRequests * storageTime
	}
	longest = from
	f.steps(c.Flow.Main.Steps, from)
	return longest, at
}
