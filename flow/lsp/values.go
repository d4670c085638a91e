package lsp

import (
	"slices"
	"strings"

	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/check"
	"github.com/ringflow/ringflow/flow/expr"
	"github.com/ringflow/ringflow/flow/spec"
	"github.com/ringflow/ringflow/flow/types"
	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// value is what can be the value of a field.
func (c *completer) value(before string) {
	switch c.field.Kind {
	case spec.Word:
		for _, w := range c.field.Words {
			c.add(choice{label: w, kind: itemValue})
		}
	case spec.Flag:
		c.add(choice{label: "yes", kind: itemValue})
		c.add(choice{label: "no", kind: itemValue})
	case spec.Name:
		c.names()
	case spec.Expr:
		c.expression(before)
	case spec.Text:
		if i := strings.LastIndexByte(before, '{'); i >= 0 && !strings.Contains(before[i:], "}") {
			c.expression(before[i+1:])
		}
	}
}

func (c *completer) names() {
	switch c.field.Of {
	case "voice":
		for _, v := range facts.Voices() {
			c.add(choice{label: v, kind: itemValue})
		}
	case "profile":
		for _, v := range facts.ListeningProfiles() {
			c.add(choice{label: v, kind: itemValue})
		}
	case "zone":
		for _, name := range facts.TimeZones() {
			c.add(choice{label: name, kind: itemValue})
		}
	case "type":
		for _, name := range append(types.SimpleNames(), "money EUR", "private", "optional", "list of") {
			c.add(choice{label: name, kind: itemKeyword})
		}
	}
	if c.program == nil {
		return
	}
	switch c.field.Of {
	case "step":
		for _, b := range c.program.Flow.All() {
			ast.Walk(b.Steps, func(s *ast.Step) {
				if s.Name.Name != "" && check.Asks(s) {
					c.add(choice{s.Name.Name, s.Verb.Name, "", itemValue, false})
				}
			})
		}
	case "block":
		for _, b := range c.program.Flow.Blocks {
			c.add(choice{b.Name, "block", blockHead(b), itemModule, false})
		}
	case "language":
		if own := c.program.Flow.Language; own.Name != "" {
			c.add(choice{own.Name, "the flow's language", "", itemEnum, false})
		}
		for _, l := range c.program.Languages {
			c.add(choice{l.Name, "language", "", itemEnum, false})
		}
	case "store":
		for _, s := range c.program.Flow.Stores {
			c.add(choice{s.Name, "store", "", itemModule, false})
		}
	case "calendar":
		for _, d := range c.program.Flow.Calendars {
			c.add(choice{d.Name, "calendar", "", itemModule, false})
		}
	case "type":
		for _, t := range c.program.Flow.Types {
			c.add(choice{t.Name, "type", typeWords(t), itemEnum, false})
		}
	}
}

// words are those of enumerations without a name.
func (c *completer) words() {
	for _, b := range c.program.Flow.Blocks {
		block := c.program.Blocks[b.Name]
		if block == nil {
			continue
		}
		for _, need := range block.Needs {
			if need.Type.Kind != types.Enum || !strings.Contains(need.Type.Name, "|") {
				continue
			}
			for _, w := range need.Type.Words {
				c.add(choice{w, "a word of " + need.Type.Name, "", itemEnum, false})
			}
		}
	}
}

// expression completes the last name of an expression.
func (c *completer) expression(before string) {
	if c.program == nil {
		return
	}
	head := strings.TrimSuffix(before, wordBefore(before))
	if owner, dotted := strings.CutSuffix(head, "."); dotted {
		c.members(wordBefore(owner))
		return
	}
	for _, b := range c.locals() {
		c.add(choice{b.Name, b.Type.String(), "", itemVariable, false})
	}
	for _, t := range c.program.Flow.Types {
		for _, w := range t.Words {
			c.add(choice{w.Name, "a word of " + t.Name, "", itemEnum, false})
		}
	}
	c.words()
	for _, root := range []choice{
		{"config", "the environment's settings", "", itemModule, false}, {"result", "the call result so far", "", itemModule, false},
		c.starter(), {"call", "facts about the call", "", itemModule, false},
	} {
		c.add(root)
	}
	for _, f := range expr.Functions() {
		c.add(choice{f.Name, f.Signature(), f.Doc, itemFunction, false})
	}
}

// starter is what a flow knows of its beginning: the caller, or what a backend gave.
func (c *completer) starter() choice {
	if c.program.Flow.Starts.Name == "api" {
		return choice{check.ArgsName, "what the flow was started with", "", itemModule, false}
	}
	return choice{"caller", "facts about the caller", "", itemModule, false}
}

// members are the fields of what a name stands for.
func (c *completer) members(owner string) {
	switch owner {
	case "config":
		for _, b := range c.program.Config {
			c.add(choice{b.Name, b.Type.String(), "", itemField, false})
		}
	case check.ArgsName:
		for _, f := range c.program.Args.Type.Fields {
			c.add(choice{f.Name, f.Type.String(), "", itemField, false})
		}
	case "result":
		for _, name := range c.program.Result {
			c.add(choice{name, "text", "", itemField, false})
		}
	case "caller":
		c.add(choice{"number", "optional private phone", "null when it is withheld", itemField, false})
	case "call":
		c.add(choice{"recording", "text", "the address of the recording, \"\" until it is known", itemField, false})
		c.add(choice{"language", "text", "the language that is spoken now", itemField, false})
	}
	if _, unknown := c.program.Missed[owner]; unknown {
		return
	}
	for _, b := range c.locals() {
		if b.Name == owner {
			for _, f := range b.Type.Fields {
				c.add(choice{f.Name, f.Type.String(), "", itemField, false})
			}
		}
	}
}

// locals are the names that are known at the cursor. Where the checker does not
// come by, because something else is missing, they are those of the block.
func (c *completer) locals() []*expr.Binding {
	for name, known := range c.program.Missed {
		if strings.Contains(name, cursor) {
			return known
		}
	}
	var out []*expr.Binding
	keep := func(b *expr.Binding) {
		if b == nil || slices.ContainsFunc(out, func(o *expr.Binding) bool { return o.Name == b.Name }) {
			return
		}
		if slices.ContainsFunc(c.program.Slots, func(s check.Slot) bool { return s.Name == b.Slot && s.Block == c.block }) {
			out = append(out, b)
		}
	}
	if b := c.program.Blocks[c.block]; b != nil {
		for _, need := range b.Needs {
			keep(need)
		}
	}
	for _, bound := range c.program.Bound {
		for _, b := range bound {
			keep(b)
		}
	}
	for _, b := range c.program.Set {
		keep(b)
	}
	slices.SortFunc(out, func(a, b *expr.Binding) int { return a.At.Start - b.At.Start })
	return out
}
