package check

import (
	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/spec"
	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// spent is what one way through the flow has used so far.
type spent struct {
	calls    int // attempts, the incoming call among them
	prompts  int // playbacks that the caller hears
	lookups  int // requests to the application's storage
	requests int // HTTP requests
	silence  int // the longest wait without a sound, in milliseconds
	ringing  int // calls that ring at once
}

func (a spent) max(b spent) spent {
	return spent{max(a.calls, b.calls), max(a.prompts, b.prompts), max(a.lookups, b.lookups), max(a.requests, b.requests), max(a.silence, b.silence), max(a.ringing, b.ringing)}
}

// plus adds what a block uses to what was used before it.
func (a spent) plus(b spent) spent {
	return spent{a.calls + b.calls, a.prompts + b.prompts, a.lookups + b.lookups, a.requests + b.requests, max(a.silence, b.silence), max(a.ringing, b.ringing)}
}

// times is the use of a round that comes so often.
func (a spent) times(n int) spent {
	return spent{a.calls * n, a.prompts * n, a.lookups * n, a.requests * n, a.silence, a.ringing}
}

// bounds is the rule that no call can use more than the platform allows. It
// also tells how much the most expensive call uses.
func bounds(c *checker) {
	if c.Flow.Main == nil {
		return // a library: what its blocks use counts where they are run
	}
	b := &bounder{c: c, blocks: map[*Block]blockUse{}, last: map[string]source.Span{}}
	most := b.list(c.Flow.Main.Steps)
	use := most.peak
	if !c.api() {
		use = use.plus(spent{calls: 1}) // the one that comes in
	}
	if c.api() && len(c.Flow.Args) > 0 {
		use = use.plus(spent{lookups: argsRequests})
	}
	if c.Flow.Finally != nil {
		last := b.list(c.Flow.Finally.Steps).peak
		last.silence = 0 // nobody is there
		use = use.plus(last)
	}
	c.Limits = []Limit{
		{"calls", use.calls, facts.MaxCalls},
		{"ringing_at_once", max(min(use.calls, 2), use.ringing), facts.MaxRinging},
		{"prompts", use.prompts, 0},
		{"storage_requests", use.lookups, 0},
		{"http_requests", use.requests, facts.HTTPTotal},
		{"silence_ms", use.silence, 0},
		c.aloneLimit(b),
	}
	for _, l := range c.Limits {
		if l.Platform > 0 && l.Most > l.Platform {
			c.add(diag.OverLimit, b.last[l.Name], "one call can come to %d %s, and the platform allows %d", l.Most, limitWords[l.Name], l.Platform).
				Helped("%s", limitHelp(l.Name))
		}
	}
}

var limitWords = map[string]string{"calls": "call attempts", "ringing_at_once": "calls that ring", "http_requests": "HTTP requests", "without_a_call_ms": "ms without a call"}

// blockUse is what a block uses: until it comes back, and at the most.
type blockUse struct {
	out, peak spent
	goesOn    bool
}

type bounder struct {
	c       *checker
	blocks  map[*Block]blockUse
	last    map[string]source.Span // the last step that uses a limit
	ringing int                    // the most calls that a step lets ring at once
}

// list returns what a list of steps uses.
func (b *bounder) list(steps []*ast.Step) blockUse {
	var use blockUse
	f := follower[spent]{c: b.c, join: spent.max,
		visit: func(s *ast.Step, in spent) spent {
			in = in.plus(b.step(s))
			use.peak = use.peak.max(in)
			return in
		},
		block: func(block *Block, in spent) (spent, bool) {
			inner, ok := b.blocks[block]
			if !ok {
				b.blocks[block] = blockUse{goesOn: true}
				inner = b.list(block.Steps)
				b.blocks[block] = inner
			}
			use.peak = use.peak.max(in.plus(inner.peak))
			return in.plus(inner.out), inner.goesOn
		}}
	use.out, use.goesOn = f.steps(steps, spent{})
	return use
}

// step returns what one step uses at the most.
func (b *bounder) step(s *ast.Step) spent {
	var u spent
	switch s.Verb.Name {
	case "play", "hangup":
		if s.Head != nil {
			u.prompts = len(s.Head.Prompts)
		}
	case "lookup", "store", "forget":
		u.lookups = 1
	case "http":
		u.requests, u.silence = Tries(s), timeOf(s)
		b.last["http_requests"] = s.VerbAt
	case "connect":
		u = connectUse(s)
		b.last["calls"] = s.VerbAt
		if u.ringing > b.ringing {
			b.ringing, b.last["ringing_at_once"] = u.ringing, s.VerbAt
		}
	case "dial":
		u.calls, u.ringing = 1, 1
		b.last["calls"] = s.VerbAt
	case "report":
		u.requests = reportTries
		b.last["http_requests"] = s.VerbAt
	case "gather", "menu", "listen":
		u = waitingUse(s).plus(b.rounds(s))
	}
	return u
}

// reportTries is how often a report is sent at the most: three times while the
// session lives and once in its end phase.
const reportTries = 4

func waitingUse(s *ast.Step) spent {
	silent := number(s.Field("attempts").Field("silent"), 2)
	wrong := number(s.Field("attempts").Field("wrong"), 3)
	u := spent{prompts: silent + wrong - 1}
	if s.Field("hint") != nil {
		u.prompts++
	}
	if s.Field("accept") != nil {
		u.lookups = wrong
	}
	for _, name := range []string{"timeout", "first_digit", "between_digits"} {
		u.silence = max(u.silence, number(s.Field(name), 0))
	}
	if u.silence == 0 {
		u.silence = DefaultWait
	}
	return u
}

// DefaultWait is the wait for a key when a step does not say another, in milliseconds.
const DefaultWait = 8000

func number(v *ast.Value, otherwise int) int {
	if v == nil || v.Bad {
		return otherwise
	}
	return int(v.Number)
}

// ranges is the rule that numbers are inside what their fields allow.
func ranges(c *checker) {
	for _, b := range c.Flow.All() {
		ast.Walk(b.Steps, func(s *ast.Step) {
			for _, f := range s.Fields {
				if field, ok := s.Verb.Field(f.Name); ok {
					c.inRange(f.Value, field)
				}
			}
			switch s.Verb.Name {
			case "gather":
				c.digitRange(s)
			case "connect":
				c.targetRanges(s)
			}
		})
	}
}

func (c *checker) inRange(v *ast.Value, field spec.Field) {
	for _, f := range v.Fields {
		for _, known := range field.Fields {
			if known.Name == f.Name {
				c.inRange(f.Value, known)
			}
		}
	}
	if v.Bad || field.Max == 0 || v.Number >= field.Min && v.Number <= field.Max {
		return
	}
	c.add(diag.OutOfRange, v.At, "`%s` is outside of what `%s` takes", v.Text.Value, field.Name).
		Helped("it takes %s to %s", quantity(field, field.Min), quantity(field, field.Max))
}

// quantity shows a bound as the field is written.
func quantity(field spec.Field, x float64) string {
	if field.Kind == spec.Duration {
		return Milliseconds(x)
	}
	return text(x)
}

// digitRange checks how `digits`, `min` and `max` go together.
func (c *checker) digitRange(s *ast.Step) {
	digits, least, most := s.Field("digits"), s.Field("min"), s.Field("max")
	switch {
	case least != nil && least.Bad, most != nil && most.Bad:
	case digits != nil && (least != nil || most != nil):
		c.add(diag.OutOfRange, digits.At, "`digits` says both the least and the most keys, and `min` or `max` says it again").Helped("keep `digits`, or `min` and `max`")
	case digits == nil && most == nil:
		c.add(diag.MissingKey, s.VerbAt, "`gather` does not say how many keys it takes").Helped("add `digits: 5`, or `min:` and `max:`")
	case digits == nil && least != nil && least.Number > most.Number:
		c.add(diag.OutOfRange, least.At, "`min` is more than `max`").Also(most.At, "`max`")
	}
}
