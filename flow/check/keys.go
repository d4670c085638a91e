package check

import (
	"strings"

	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/source"
)

// keys is the rule that a key has one meaning in a step: part of the input, the
// end of the input, or a way out.
func keys(c *checker) {
	for _, b := range c.Flow.All() {
		ast.Walk(b.Steps, func(s *ast.Step) {
			if s.Verb.Name == "gather" {
				c.keyMeanings(s)
			}
		})
	}
}

func (c *checker) keyMeanings(s *ast.Step) {
	input := keyFact(s).Chars
	inputAt := s.VerbAt
	if v := s.Field("keys"); v != nil {
		inputAt = v.At
	}
	if ends := s.Field("ends_with"); ends != nil {
		c.oneMeaning(ends.Text.Value, ends.At, "ends the input", input, inputAt)
		for _, o := range keyOutcomes(s) {
			c.oneMeaning(o.Key, o.At, "leaves the step", ends.Text.Value, ends.At)
		}
	}
	for _, o := range keyOutcomes(s) {
		c.oneMeaning(o.Key, o.At, "leaves the step", input, inputAt)
	}
}

func (c *checker) oneMeaning(keys string, at source.Span, does, others string, othersAt source.Span) {
	if i := strings.IndexAny(keys, others); i >= 0 {
		c.add(diag.KeyConflict, at, "the key `%c` %s and has another meaning in the same step", keys[i], does).Also(othersAt, "this takes it too").
			Helped("say with `keys:` which keys the input is made of")
	}
}

func keyOutcomes(s *ast.Step) []ast.Outcome {
	var out []ast.Outcome
	for _, h := range s.On {
		for _, o := range h.Outcomes {
			if o.Key != "" {
				out = append(out, o)
			}
		}
	}
	return out
}
