package deploy

import (
	"fmt"
	"strings"
)

// Problem is one reason why a plan cannot be made.
type Problem struct {
	Code  string
	Place string // such as "scenario kvs-scenario"
	Found string // what is wrong
	Way   string // the way out
}

func (p Problem) String() string {
	text := fmt.Sprintf("%s: %s: %s", p.Code, p.Place, p.Found)
	if p.Way != "" {
		text += "; " + p.Way
	}
	return text
}

// Refusal lists all reasons why nothing was done. It contains no secret and no
// value of a setting.
type Refusal struct{ Problems []Problem }

func (r *Refusal) Error() string {
	lines := make([]string, len(r.Problems))
	for i, p := range r.Problems {
		lines[i] = p.String()
	}
	return strings.Join(lines, "\n")
}
