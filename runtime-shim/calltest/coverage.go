package calltest

import (
	"github.com/ringflow/ringflow/flow/source"

	"github.com/ringflow/ringflow/compiler/ir"

	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// Coverage counts which outcomes of a flow's steps some call has taken.
type Coverage struct {
	machine *ir.Program
	taken   map[string]bool
}

// Gap is an outcome that no call has taken.
type Gap struct {
	State   string
	Outcome string
	At      source.Span // where the flow handles it, or the verb
}

// NewCoverage returns the coverage of a flow by no call yet.
func NewCoverage(machine *ir.Program) *Coverage {
	return &Coverage{machine, map[string]bool{}}
}

// Add adds one call.
func (c *Coverage) Add(events []voxengine.Event) {
	for _, e := range events {
		if e.Kind == voxengine.KindStep {
			c.taken[e.ID+" "+e.Outcome] = true
		}
	}
}

// Gaps returns what no call has taken, in the order of the flow, and how many
// outcomes there are.
func (c *Coverage) Gaps() (gaps []Gap, total int) {
	for _, s := range c.machine.States {
		for _, e := range s.Edges {
			if e.To == s.Edge("done") && e.Outcome == "failed" {
				continue // the library takes done for it, as nothing tells them apart
			}
			total++
			if _, run := s.Effect.(*ir.Run); run && c.taken[s.ID+" run"] {
				continue
			}
			if !c.taken[s.ID+" "+e.Outcome] {
				at := e.At
				if !at.Known() {
					at = s.At
				}
				gaps = append(gaps, Gap{s.ID, e.Outcome, at})
			}
		}
	}
	return gaps, total
}
