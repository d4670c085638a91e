package deploy

import (
	"fmt"
	"io"
)

// marks show what a step does at a glance.
func mark(a Action) string {
	switch a {
	case Create:
		return "+"
	default:
		return "~"
	}
}

// Print writes a plan for a person.
func (p *Plan) Print(w io.Writer) {
	if p.Empty() {
		fmt.Fprintf(w, "application %s of account %s is as it should be\n", p.Application, p.Account)
		return
	}
	fmt.Fprintf(w, "application %s of account %s\n", p.Application, p.Account)
	for _, s := range p.Steps {
		fmt.Fprintln(w, s.Line())
	}
}

// Line is one step in one line.
func (s Step) Line() string {
	return fmt.Sprintf("  %s %-6s %-11s %s: %s", mark(s.Action), s.Action, s.Kind, s.Name, s.Why)
}
