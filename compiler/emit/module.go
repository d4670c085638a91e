// Package emit writes the machine of package ir as a JavaScript module: a switch
// over the states, of which each starts one effect of the scenario's library or
// goes on at once. It is a switch and not a table of functions because a session
// enters few of the states, and would make a function for each. The text is readable and the same for the same program, byte
// by byte; every piece of it that comes from the flow has its place in the source
// map.
//
// The module imports what it uses from "ringflow", the library in
// runtime-shim/scenario, and is bundled with it by package bundle.
package emit

import (
	"sort"
	"strconv"
	"strings"

	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/types"

	"github.com/ringflow/ringflow/compiler/ir"
)

// Module is one emitted module.
type Module struct {
	Text    []byte
	Map     []byte   // source map from Text to the flow's files
	Modules []string // VoxEngine modules that it requires, sorted
	Sizes   []int    // bytes of Text that each state of the program takes
}

// Program emits a program.
func Program(p *ir.Program) Module {
	e := &emitter{p: p, body: newPrinter(), uses: map[string]bool{}, modules: map[string]bool{}}
	e.table()
	head := newPrinter()
	first := e.firstLanguage()
	names := sorted(e.uses)
	head.line("import { %s } from \"ringflow\";", strings.Join(names, ", "))
	head.line("")
	for _, m := range sorted(e.modules) {
		head.line("require(Modules.%s);", m)
	}
	e.values(head)
	e.wordTables(head)
	if first != "" {
		head.line("%s", first)
	}
	return Module{Text: join(head, e.body), Map: e.body.sourceMap(head.row), Modules: sorted(e.modules), Sizes: e.sizes}
}

type emitter struct {
	p       *ir.Program
	body    *printer
	uses    map[string]bool // names of the library
	modules map[string]bool // VoxEngine modules
	config  bool            // the flow reads its settings
	sizes   []int
	tables  map[string]any // by name: words by which values are read aloud
}

func sorted(set map[string]bool) []string {
	out := make([]string, 0, len(set))
	for name := range set {
		out = append(out, name)
	}
	sort.Strings(out)
	return out
}

// use notes a name of the library and returns it.
func (e *emitter) use(name string) string {
	e.uses[name] = true
	return name
}

// values writes the settings, the variables of the call and its result.
func (e *emitter) values(w *printer) {
	if e.config {
		w.line("const config = bound.config;")
	}
	e.calendars(w)
	if len(e.p.Slots) > 0 {
		w.line("const v = {")
		for _, s := range e.p.Slots {
			w.line("  %s: %s,", property(s.Name), start(s.Type))
		}
		w.line("};")
	}
	if len(e.p.Result) > 0 {
		w.line("const result = {")
		for _, f := range e.p.Result {
			w.line("  %s: %s,", property(f.Name), quote(f.Start))
		}
		w.line("};")
	}
	w.line("")
}

// start is the value that a variable has before it is set; the checker has made
// sure that nobody reads it.
func start(t types.Type) string {
	if t.Kind == types.Text && !t.Optional {
		return `""`
	}
	return "null"
}

// table writes the flow: its facts and its states.
func (e *emitter) table() {
	w := e.body
	w.line("%s({", e.use(e.entry()))
	w.line("  flow: %s,", quote(e.p.Flow))
	if e.p.API {
		w.line("  starts: \"api\",")
	}
	w.line("  start: %s,", quote(e.p.Start))
	w.line("  finally: %s,", quote(finally(e.p)))
	w.line("  settings: [%s],", e.settings())
	if e.p.Voice != "" {
		w.line("  voice: () => %s,", e.voice())
	}
	if c := e.p.Phones; c.Code != "" {
		lengths := make([]string, len(c.Lengths))
		for i, n := range c.Lengths {
			lengths[i] = strconv.Itoa(n)
		}
		w.line("  country: { code: %s, trunk: %s, lengths: [%s] },", quote(c.Code), quote(c.Trunk), strings.Join(lengths, ", "))
	}
	w.line("  enter,")
	w.line("});")
	w.line("")
	w.line("function enter(id) {")
	w.line("  switch (id) {")
	for _, s := range e.p.States {
		before := w.size
		e.state(s)
		e.sizes = append(e.sizes, w.size-before)
	}
	w.line("    default:")
	w.line("      throw new Error(\"there is no state \" + id);")
	w.line("  }")
	w.line("}")
}

func finally(p *ir.Program) string {
	if p.Finally == ir.End {
		return ""
	}
	return p.Finally
}

// settings lists the settings that must be bound; secrets are not among them.
func (e *emitter) settings() string {
	var names []string
	for _, s := range e.p.Config {
		if s.Type.Kind != types.Secret {
			names = append(names, quote(s.Name))
		}
	}
	return strings.Join(names, ", ")
}

// state writes one case of the switch. The place of the verb is that of the
// whole case; finer places are marked inside.
func (e *emitter) state(s *ir.State) {
	w := e.body
	w.write("    ")
	w.mark(s.At)
	w.write("case " + quote(s.ID) + ":\n")
	w.mark(s.At)
	e.effect(s)
}

// place returns where an edge is written, or the verb when it is a default.
func place(edge ir.Edge, s *ir.State) source.Span {
	if edge.At.Known() {
		return edge.At
	}
	return s.At
}
