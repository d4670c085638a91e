// Package lower turns a checked flow into the machine of package ir: nesting
// becomes edges, defaults become explicit, blocks become states that are entered
// and left like subroutines.
//
// A list of steps is lowered from its end: each step is given the state that
// follows it, so that every edge is known when it is made.
package lower

import (
	"cmp"
	"slices"
	"strings"

	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/check"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/spec"
	"github.com/ringflow/ringflow/flow/types"

	"github.com/ringflow/ringflow/compiler/ir"
)

// Program lowers a flow that was checked without errors.
func Program(p *check.Program) *ir.Program {
	l := &lowerer{Program: p, blocks: map[string]string{}, out: &ir.Program{
		Flow: p.Flow.Name.Name, Source: p.Flow.File, Language: p.Flow.Language.Name, Voice: p.Voice, Phones: p.Phones, Finally: ir.End,
	}}
	for _, f := range p.Languages {
		l.out.Languages = append(l.out.Languages, ir.Language{Name: f.Name, Voice: f.Speaks})
	}
	for _, b := range p.Config {
		l.out.Config = append(l.out.Config, ir.Setting{Name: b.Name, Type: b.Type})
	}
	for _, r := range p.Flow.Result {
		l.out.Result = append(l.out.Result, ir.Field{Name: r.Name, Start: r.Start.Value})
	}
	l.out.Start = l.list(p.Flow.Main.Steps, ir.End)
	l.args()
	if p.Flow.Finally != nil {
		l.out.Finally = l.list(p.Flow.Finally.Steps, ir.End)
	}
	l.slots()
	sortStates(l.out.States, fileRanks(p.Flow))
	return l.out
}

// fileRanks is the order of the files of a flow: its own, then its libraries.
func fileRanks(f *ast.Flow) map[*source.File]int {
	ranks := map[*source.File]int{}
	for i, file := range f.Sources {
		ranks[file] = i
	}
	return ranks
}

// sortStates puts states into the order of the flow. The keys lie beside each
// other, as a long flow has many states.
func sortStates(states []*ir.State, ranks map[*source.File]int) {
	type key struct {
		file, start, length int
		state               *ir.State
	}
	keys := make([]key, len(states))
	for i, s := range states {
		keys[i] = key{ranks[s.At.File], s.At.Start, len(s.ID), s}
	}
	slices.SortFunc(keys, func(a, b key) int {
		return cmp.Or(a.file-b.file, a.start-b.start, a.length-b.length, strings.Compare(a.state.ID, b.state.ID))
	})
	for i, k := range keys {
		states[i] = k.state
	}
}

type lowerer struct {
	*check.Program
	out    *ir.Program
	blocks map[string]string // entry state of each block that was lowered
}

// slots lists the variables of main and of the blocks that are run.
func (l *lowerer) slots() {
	l.out.Slots = make([]ir.Slot, 0, len(l.Slots)+len(l.Flow.Blocks))
	for _, s := range l.Slots {
		if _, run := l.blocks[s.Block]; run || s.Block == "main" || s.Block == "finally" {
			l.out.Slots = append(l.out.Slots, ir.Slot{Name: s.Name, Type: s.Type})
		}
	}
	for _, b := range l.Flow.Blocks {
		if _, run := l.blocks[b.Name]; run && l.Blocks[b.Name].Returns {
			l.out.Slots = append(l.out.Slots, ir.Slot{Name: back(b.Name), Type: types.Of(types.Text)})
		}
	}
}

// back is the slot that keeps where a block comes back to. No name of a flow has a $.
func back(block string) string { return strings.ReplaceAll(block, ".", "$") + "$back" }

// list lowers steps that are followed by a state and returns the first of their states.
func (l *lowerer) list(steps []*ast.Step, next string) string {
	for i := len(steps) - 1; i >= 0; i-- {
		next = l.step(steps[i], next)
	}
	return next
}

// state makes the state of a step and returns its id.
func (l *lowerer) state(s *ast.Step, effect ir.Effect, edges ...ir.Edge) string {
	st := &ir.State{ID: s.ID, At: s.VerbAt, Effect: effect, Edges: edges}
	l.hooks(s, st)
	l.out.States = append(l.out.States, st)
	return s.ID
}

// step lowers one step and returns its first state.
func (l *lowerer) step(s *ast.Step, next string) string {
	done := ir.Edge{Outcome: "done", To: next}
	switch s.Verb.Name {
	case "answer":
		return l.state(s, ir.Answer{}, done)
	case "reject":
		return l.state(s, ir.Reject{Code: rejectCode(s)})
	case "hangup":
		return l.hangup(s)
	case "play":
		return l.state(s, &ir.Play{Parts: l.parts(s.Head)}, l.edges(s, next)...)
	case "gather", "menu":
		return l.collect(s, next)
	case "listen":
		return l.listen(s, next)
	case "repeat", "restart":
		return l.back(s)
	case "continue":
		return next
	case "choose":
		return l.choose(s, next)
	case "if":
		return l.branch(s, next)
	case "run":
		return l.run(s, next)
	case "lookup":
		return l.state(s, l.lookup(s, l.Bound[s][0]), l.edges(s, next)...)
	case "hours":
		return l.hours(s, next)
	case "connect":
		return l.connect(s, next)
	case "dial":
		return l.state(s, l.dial(s), l.edges(s, next)...)
	case "record":
		split := s.Head.Field("channels")
		return l.state(s, &ir.Record{Split: split != nil && split.Text.Value == "split"}, l.edges(s, next)...)
	case "http":
		return l.state(s, l.request(s), l.edges(s, next)...)
	case "store":
		return l.state(s, l.store(s), l.edges(s, next)...)
	case "forget":
		return l.state(s, l.forget(s), l.edges(s, next)...)
	case "script":
		return l.state(s, l.script(s), l.edges(s, next)...)
	case "report":
		return l.state(s, report(s), done)
	default:
		return l.state(s, &ir.Do{Actions: l.action(s)}, done)
	}
}

// rejectCodes are the SIP codes of `reject` (RFC 3261, section 21).
var rejectCodes = map[string]int{"busy": 486, "declined": 603, "unavailable": 480, "not_found": 404}

func rejectCode(s *ast.Step) int {
	if s.Head == nil {
		return rejectCodes[s.Verb.Head.Default]
	}
	return rejectCodes[s.Head.Text.Value]
}

// hangup ends the call, behind a last prompt if there is one.
func (l *lowerer) hangup(s *ast.Step) string {
	if s.Head == nil {
		return l.state(s, ir.HangUp{})
	}
	last := &ir.State{ID: s.ID + "/end", At: s.VerbAt, Effect: ir.HangUp{}}
	l.out.States = append(l.out.States, last)
	return l.state(s, &ir.Play{Parts: l.parts(s.Head)}, ir.Edge{Outcome: "done", To: last.ID}, ir.Edge{Outcome: "failed", To: last.ID})
}

// run enters a block, which is lowered when it is first run.
func (l *lowerer) run(s *ast.Step, next string) string {
	b := l.Blocks[s.Head.Text.Value]
	effect := &ir.Run{Block: b.Name}
	var edges []ir.Edge
	if b.Returns {
		effect.Back = back(b.Name)
		edges = []ir.Edge{{Outcome: "done", To: l.taken(s, next)}}
	}
	for _, need := range b.Needs {
		if a := given(s, b, need.Name); a != nil {
			effect.Args = append(effect.Args, l.need(need.Slot, a))
		}
	}
	effect.Entry = l.block(b)
	return l.state(s, effect, edges...)
}

func (l *lowerer) block(b *check.Block) string {
	if entry, ok := l.blocks[b.Name]; ok {
		return entry
	}
	end := ir.End
	if b.Returns {
		end = b.Name + "/return"
		l.out.States = append(l.out.States, &ir.State{ID: end, At: lastVerb(b), Effect: ir.Return{Back: back(b.Name)}})
	}
	l.blocks[b.Name] = l.list(b.Steps, end)
	return l.blocks[b.Name]
}

// choose branches over its cases.
func (l *lowerer) choose(s *ast.Step, next string) string {
	effect := &ir.Branch{}
	otherwise := ir.Edge{Outcome: "otherwise", To: next}
	var edges []ir.Edge
	for _, c := range s.Head.Cases {
		to := l.list(c.Do, next)
		if c.When == nil {
			otherwise.To, otherwise.At = to, c.KeyAt
			continue
		}
		effect.Cases = append(effect.Cases, ir.Case{Outcome: c.Slug, When: c.When})
		edges = append(edges, ir.Edge{Outcome: c.Slug, To: to, At: c.KeyAt})
	}
	return l.state(s, effect, append(edges, otherwise)...)
}

func (l *lowerer) branch(s *ast.Step, next string) string {
	then := s.Field("then")
	edges := []ir.Edge{{Outcome: "then", To: l.list(then.Steps, next), At: then.At}, {Outcome: "otherwise", To: next}}
	if v := s.Field("else"); v != nil {
		edges[1] = ir.Edge{Outcome: "otherwise", To: l.list(v.Steps, next), At: v.At}
	}
	return l.state(s, &ir.Branch{Cases: []ir.Case{{Outcome: "then", When: s.Head.Expr}}}, edges...)
}

// edges lowers the handlers of a step: one edge for each outcome that leaves.
func (l *lowerer) edges(s *ast.Step, next string) []ir.Edge {
	var targets map[*ast.Handler]string
	to := func(h *ast.Handler) string {
		if _, ok := targets[h]; !ok {
			if targets == nil {
				targets = make(map[*ast.Handler]string, len(s.On))
			}
			targets[h] = l.list(h.Steps, next)
		}
		return targets[h]
	}
	var edges []ir.Edge
	for _, o := range s.Verb.Outcomes {
		switch {
		case o.Hook || !check.Applies(s, o):
		case o.Key:
			for _, h := range s.On {
				for _, k := range h.Outcomes {
					if k.Key != "" {
						edges = append(edges, ir.Edge{Outcome: k.Key, To: to(h), At: h.At})
					}
				}
			}
		default:
			edges = append(edges, l.edge(s, o, next, to))
		}
	}
	return edges
}

func (l *lowerer) edge(s *ast.Step, o spec.Outcome, next string, to func(*ast.Handler) string) ir.Edge {
	h := check.HandlerOf(s, o.Name)
	if h == nil && o.As != "" {
		h = check.HandlerOf(s, o.As)
	}
	e := ir.Edge{Outcome: o.Name, To: next}
	switch {
	case h != nil:
		e.To, e.At = to(h), h.At
	case o.Default == spec.HangUp:
		e.To = ir.End
	}
	return e
}
