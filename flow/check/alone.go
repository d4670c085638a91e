package check

import (
	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// Times, in milliseconds, of what needs no call.
const (
	reportTime    = 3*10_000 + 1_000 + 3_000 // three tries and the pauses between them
	storageTime   = 5_000
	recordingTime = 1_000 // the wait for a recording's address
)

// alone is how long a session can go on without a call, in milliseconds: the
// steps of `finally`, one after the other.
func (c *checker) alone() int {
	if c.Flow.Finally == nil {
		return 0
	}
	most := 0
	for _, b := range c.Flow.All() {
		ast.Walk(b.Steps, func(s *ast.Step) {
			if s.Verb.Name == "record" {
				most = recordingTime
			}
		})
	}
	f := follower[int]{c: c,
		visit: func(s *ast.Step, in int) int { return in + timeOf(s) },
		join:  func(a, b int) int { return max(a, b) },
		block: func(_ *Block, in int) (int, bool) { return in, true }}
	rest, _ := f.steps(c.Flow.Finally.Steps, 0)
	return most + rest
}

// timeOf is how long a step that needs no call can wait at the most, in milliseconds.
func timeOf(s *ast.Step) int {
	switch s.Verb.Name {
	case "report":
		return reportTime
	case "lookup", "store", "forget":
		return storageTime
	case "http":
		tries := Tries(s)
		return tries*number(s.Field("timeout"), DefaultTimeout) + (1<<(tries-1)-1)*number(s.Field("back_off"), DefaultBackOff)
	}
	return 0
}

// aloneLimit is the limit of a session without a call, before and after. Where it is passed, the
// last step that takes time is what is too much.
func (c *checker) aloneLimit(b *bounder) Limit {
	if f := c.Flow.Finally; f != nil {
		ast.Walk(f.Steps, func(s *ast.Step) {
			if timeOf(s) > 0 {
				b.last["without_a_call_ms"] = s.VerbAt
			}
		})
	}
	most := c.alone()
	if before, at := c.beforeCall(); before > most {
		most, b.last["without_a_call_ms"] = before, at
	}
	return Limit{"without_a_call_ms", most, facts.IdleTimeout}
}

func limitHelp(limit string) string {
	switch limit {
	case "without_a_call_ms":
		return "do or wait for less in `finally`, or in front of `dial`, so that all of it is done before the platform ends the session"
	case "calls":
		return "end the call earlier on some way through the flow, or connect to fewer"
	case "ringing_at_once":
		return "call fewer at once, or `ring: in_turn`"
	}
	return "end the call earlier on some way through the flow"
}
