package check

import (
	"fmt"
	"strings"

	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/script"
)

// mostScript is how long a script may be, in bytes.
const mostScript = 4000

// scripts is the rule that a script can be read, and computes and does nothing
// else. Each is a line of the certificate.
func scripts(c *checker) {
	for _, b := range c.Flow.All() {
		ast.Walk(b.Steps, func(s *ast.Step) {
			if s.Verb.Name == "script" && s.Head != nil && !s.Head.Bad {
				c.script(s)
			}
		})
	}
}

func (c *checker) script(s *ast.Step) {
	text := s.Head.Text
	if n := len(text.Value); n > mostScript {
		c.add(diag.OverLimit, s.VerbAt, "the script has %d bytes, and a script may have %d", n, mostScript).Helped("move the work to a server, and ask it by `http`")
		return
	}
	inputs, ok := c.inputs(s)
	if !ok {
		return
	}
	_, problems := script.Check(text.Value, inputs)
	for _, p := range problems {
		at := text.Span(p.From, max(p.To, p.From))
		if p.Syntax {
			d := c.add(diag.ScriptSyntax, at, "the script cannot be read: %s", p.Text)
			if p.Help != "" {
				d.Helped("%s", p.Help)
			}
			continue
		}
		c.add(diag.ScriptReach, at, "%s", p.Text).Helped("%s", p.Help)
	}
	if len(problems) == 0 {
		lines := strings.Count(strings.TrimRight(text.Value, "\n"), "\n") + 1
		c.Sinks = append(c.Sinks, Sink{At: s.VerbAt, Sink: "script", Audience: "script", Verdict: fmt.Sprintf("lines: %d; takes no private value", lines)})
	}
}

// inputs are the names that a script is given; each has to be one in JavaScript too.
func (c *checker) inputs(s *ast.Step) (names []string, ok bool) {
	ok = true
	takes := s.Field("takes")
	if takes == nil {
		return nil, true
	}
	for _, a := range takes.Args {
		if _, problems := script.Check("", []string{a.Name}); len(problems) > 0 {
			c.add(diag.BadName, a.At, "`%s` cannot be an input: JavaScript has a meaning for it", a.Name).Helped("take another name")
			ok = false
		}
		names = append(names, a.Name)
	}
	return names, ok
}
