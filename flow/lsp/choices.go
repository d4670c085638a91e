package lsp

import (
	"slices"
	"strings"

	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/calendar"
	"github.com/ringflow/ringflow/flow/check"
	"github.com/ringflow/ringflow/flow/expr"
	"github.com/ringflow/ringflow/flow/spec"
)

type completer struct {
	spot
	program *check.Program // nil when it is no flow
	out     []choice
}

func (c *completer) add(ch choice) {
	hidden := c.program != nil && ast.Qualified(ch.label) && c.program.Flow.Use(ch.label) == nil && c.field.Of != "voice"
	if !hidden && !strings.Contains(ch.label, cursor) {
		c.out = append(c.out, ch)
	}
}

// choose fills in what can stand at the spot; before is its text in front of the cursor.
func (c *completer) choose(before string) {
	switch {
	case c.in != nil:
		c.keys()
	case c.kind == steps || c.kind == body:
		c.verbs()
		if c.kind == body {
			c.fields(spec.BlockFields())
		}
	case c.kind == handlers:
		c.outcomes()
	case c.kind == file || c.kind == fields:
		c.fields(c.list)
	case c.kind == cases:
		c.fields(spec.CaseFields())
	case c.kind == heard:
		c.prompts(false)
	case c.kind == args:
		c.arguments()
	case c.kind == notes:
		c.results()
	case c.kind == days:
		c.days()
	case c.kind == headers:
		c.headers()
	case c.kind == scalar:
		c.value(before)
	}
}

// keys are what can be a key of the mapping around.
func (c *completer) keys() {
	switch c.kind {
	case file, fields:
		c.fields(c.list)
	case step:
		if c.verb == nil {
			c.verbs()
			return
		}
		c.fields(append(slices.Clone(c.verb.Fields), spec.CommonFields()...))
	case handlers:
		c.outcomes()
	case heard:
		c.prompts(true)
	case args:
		c.arguments()
	case notes:
		c.results()
	case days:
		c.days()
	case headers:
		c.headers()
	}
}

func (c *completer) present(name string) bool { return c.in != nil && c.in.Get(name) != nil }

func (c *completer) fields(list []spec.Field) {
	for _, f := range list {
		if !c.present(f.Name) {
			_, text := fieldText(f.Name, list)
			c.add(choice{f.Name, takes(f), text, itemField, true})
		}
	}
}

func (c *completer) verbs() {
	for _, v := range spec.Verbs() {
		c.add(choice{v.Name, "", verbText(&v), itemKeyword, v.Head.Required || len(v.Fields) > 0})
	}
}

// outcomes are those of the step that are not handled yet.
func (c *completer) outcomes() {
	if c.verb == nil {
		return
	}
	handled := map[string]bool{}
	if c.in != nil {
		for _, e := range c.in.Entries {
			for _, word := range strings.Split(e.Key.Text.Value, "|") {
				handled[strings.TrimSpace(word)] = true
			}
		}
	}
	for _, o := range c.verb.Outcomes {
		switch {
		case o.Key:
			c.add(choice{`key "1"`, "", o.Doc, itemEnum, true})
		case !handled[o.Name] && (o.Needs == "" || c.around.Get(o.Needs) != nil):
			c.add(choice{o.Name, "default: " + o.Default.String(), o.Doc, itemEnum, true})
		}
	}
	if len(c.verb.Outcomes) > 0 {
		c.add(choice{"otherwise", "", "all outcomes that have to be handled and are not", itemEnum, true})
	}
	if c.verb.Waits {
		c.add(choice{"caller_left", "", spec.CallerLeft().Doc, itemEnum, true})
	}
}

func (c *completer) prompts(key bool) {
	if c.program != nil {
		for _, p := range c.program.Flow.Prompts {
			c.add(choice{p.Name, "prompt", promptText(p), itemText, key})
		}
	}
	if key {
		c.add(choice{"text", "a text without a name", "", itemKeyword, true})
		c.add(choice{"ssml", "a text with markup", "", itemKeyword, true})
		c.add(choice{"file", "the address of a sound file", "", itemKeyword, true})
		c.add(choice{"silence", "a duration", "", itemKeyword, true})
	}
}

// arguments are the needs of a block, the holes of a prompt or of a key.
func (c *completer) arguments() {
	if c.program == nil {
		return
	}
	switch {
	case c.prompt != "":
		if p := c.program.Prompts[c.prompt]; p != nil && p.Text != nil {
			seen := map[string]bool{}
			for _, hole := range p.Text.Holes() {
				hole.Walk(func(e *expr.Expr) {
					if e.Op == expr.Name && !c.present(e.Value) && !seen[e.Value] {
						seen[e.Value] = true
						c.add(choice{e.Value, "hole of " + c.prompt, "", itemVariable, true})
					}
				})
			}
		}
	case c.field.Name == "with" && c.around.Get("run") != nil:
		if b := c.program.Blocks[c.around.Get("run").Text.Value]; b != nil {
			for _, need := range b.Block.Needs {
				if !c.present(need.Name) {
					c.add(choice{need.Name, need.Type.Value, "", itemVariable, true})
				}
			}
		}
	case c.field.Name == "key":
		for _, s := range c.program.Flow.Stores {
			for _, part := range s.Key {
				if part.Hole != nil && !c.present(part.Hole.Name) {
					c.add(choice{part.Hole.Name, "hole of the key of " + s.Name, "", itemVariable, true})
				}
			}
		}
	}
}

func (c *completer) results() {
	if c.program != nil {
		for _, name := range c.program.Result {
			if !c.present(name) {
				c.add(choice{name, "result field", "", itemField, true})
			}
		}
	}
}

// days are those without hours, and the usual ranges of them.
func (c *completer) days() {
	for _, day := range append(calendar.Days(), "mon-fri", "sat-sun") {
		if !c.present(day) {
			c.add(choice{day, "hours: 09:00-17:00", "", itemValue, true})
		}
	}
}

// headers are those that a request usually needs.
func (c *completer) headers() {
	for _, name := range []string{"Accept", "Authorization"} {
		if !c.present(name) {
			c.add(choice{name, "header", "", itemField, true})
		}
	}
}
