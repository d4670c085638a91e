package check

import (
	"strconv"

	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/expr"
)

// usage notes which declarations are used.
type usage struct {
	config, args, prompts, blocks, stores, calendars, types, result, slots map[string]bool
	bound                                                                  []*expr.Binding
	languages                                                              map[string]bool
}

func newUsage() usage {
	m := func() map[string]bool { return map[string]bool{} }
	return usage{config: m(), args: m(), prompts: m(), blocks: m(), stores: m(), calendars: m(), types: m(), result: m(), slots: m(), languages: m()}
}

// unused advises on what is declared and never used. It is silent while there
// are errors: what an error cuts off is not unused.
func unused(c *checker) {
	if c.report.Failed() {
		return
	}
	for _, b := range c.Config {
		c.unusedName(c.used.config, "the setting", ast.Ident{Name: b.Name, At: b.At})
	}
	for _, a := range c.Flow.Args {
		c.unusedName(c.used.args, "the argument", a.Ident)
	}
	for _, p := range c.Flow.Prompts {
		c.unusedName(c.used.prompts, "the prompt", p.Ident)
	}
	for _, b := range c.Flow.Blocks {
		c.unusedName(c.used.blocks, "the block", b.Ident)
	}
	for _, s := range c.Flow.Stores {
		c.unusedName(c.used.stores, "the store", s.Ident)
	}
	for _, d := range c.Flow.Calendars {
		c.unusedName(c.used.calendars, "the calendar", d.Ident)
	}
	for _, t := range c.Flow.Types {
		c.unusedName(c.used.types, "the type", t.Ident)
	}
	for _, r := range c.Flow.Result {
		if !c.used.result[r.Name] {
			c.add(diag.Unused, r.At, "the result field `%s` is never noted", r.Name).Helped("`note` it somewhere, or remove it")
		}
	}
}

func (c *checker) unusedName(used map[string]bool, what string, id ast.Ident) {
	exported := c.Flow.Main == nil && what != "the setting" // of a library: for whoever uses it
	if !used[id.Name] && !exported && !ast.Qualified(id.Name) {
		removeEntry(c.add(diag.Unused, id.At, "%s `%s` is never used", what, id.Name).Helped("use it, or remove it"), id, what)
	}
}

// advice looks for what works and will disappoint.
func advice(c *checker) {
	for _, b := range c.Flow.All() {
		ast.Walk(b.Steps, func(s *ast.Step) {
			hint := s.Field("hint").Field("after")
			wait := number(s.Field("first_digit"), number(s.Field("timeout"), DefaultWait))
			if hint != nil && hint.Number >= float64(wait) {
				c.add(diag.HintTooLate, hint.At, "the hint can never be heard: the wait is over after %s", Milliseconds(float64(wait))).
					Helped("let it come earlier, or wait longer")
			}
		})
	}
}

// Milliseconds shows a time as a flow writes it: 1.5s, 2m.
func Milliseconds(ms float64) string {
	switch {
	case ms >= 86_400_000 && int(ms)%3_600_000 == 0:
		return text(ms/3_600_000) + "h"
	case ms >= 60_000 && int(ms)%60_000 == 0:
		return text(ms/60_000) + "m"
	case ms >= 1000:
		return text(ms/1000) + "s"
	}
	return text(ms) + "ms"
}

func text(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
