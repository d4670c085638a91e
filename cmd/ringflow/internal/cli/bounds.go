package cli

import (
	"fmt"
	"text/tabwriter"

	"github.com/ringflow/ringflow/flow/check"
)

// boundWords are the limits as people call them, in the order of the list.
var boundWords = []struct{ name, words string }{
	{"silence_ms", "longest silence"},
	{"prompts", "most prompts"},
	{"calls", "most calls"},
	{"without_a_call_ms", "longest time without a call"},
	{"http_requests", "most HTTP requests"},
	{"storage_requests", "most requests to the storage"},
}

// writeBounds prints what one call can come to, and the steps that it goes through then.
func writeBounds(env *Env, p *check.Program) {
	fmt.Fprintf(env.Stdout, "bounds of %s\n", p.Flow.Name.Name)
	w := tabwriter.NewWriter(env.Stdout, 0, 0, 2, ' ', 0)
	for _, b := range boundWords {
		for _, l := range p.Limits {
			if l.Name != b.name {
				continue
			}
			fmt.Fprintf(w, "  %s\t%s%s\n", b.words, quantity(l.Name, l.Most), against(l))
			for _, u := range check.Way(p, l.Name) {
				fmt.Fprintf(w, "  \t  %s by %s, line %d\n", quantity(l.Name, u.Most), u.Step.ID, u.Step.VerbAt.From().Line)
			}
		}
	}
	_ = w.Flush()
}

// against is the platform's limit.
func against(l check.Limit) string {
	if l.Platform == 0 {
		return ""
	}
	return " of " + quantity(l.Name, l.Platform)
}

func quantity(limit string, n int) string {
	if limit == "silence_ms" || limit == "without_a_call_ms" {
		return check.Milliseconds(float64(n))
	}
	return fmt.Sprint(n)
}
