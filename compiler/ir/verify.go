package ir

import (
	"fmt"

	"github.com/ringflow/ringflow/flow/expr"
)

// Verify holds a program against the rules: ids are unique, every edge leads to
// a state, every effect has exactly its outcomes as edges, every state can be
// reached, every slot and setting that is used exists. A finding is a mistake of
// the compiler, never of the flow's author.
func Verify(p *Program) []error {
	v := &verifier{p: p, states: make(map[string]int, len(p.States)), slots: make(map[string]bool, len(p.Slots)), reached: make([]bool, len(p.States))}
	for _, s := range p.Slots {
		v.slots[s.Name] = true
	}
	for i, s := range p.States {
		if _, twice := v.states[s.ID]; twice {
			v.add("two states are named %s", s.ID)
		}
		v.states[s.ID] = i
	}
	v.reach(p.Start)
	v.reach(p.Finally)
	for i, s := range p.States {
		v.state(s)
		if !v.reached[i] {
			v.add("%s cannot be reached", s.ID)
		}
	}
	return v.errs
}

type verifier struct {
	p       *Program
	states  map[string]int // by id: the place in the program
	slots   map[string]bool
	reached []bool
	errs    []error
}

func (v *verifier) add(format string, args ...any) {
	v.errs = append(v.errs, fmt.Errorf(format, args...))
}

// reach marks everything that can follow a state, without recursion: flows can be long.
func (v *verifier) reach(id string) {
	for todo := []string{id}; len(todo) > 0; {
		id, todo = todo[len(todo)-1], todo[:len(todo)-1]
		i, ok := v.states[id]
		switch {
		case id == End:
			continue
		case !ok:
			v.add("there is no state %s", id)
			continue
		case v.reached[i]:
			continue
		}
		v.reached[i] = true
		s := v.p.States[i]
		for _, e := range s.Edges {
			todo = append(todo, e.To)
		}
		if r, ok := s.Effect.(*Run); ok {
			todo = append(todo, r.Entry)
		}
	}
}

// Outcomes lists the outcomes that must be edges of an effect.
func Outcomes(e Effect) []string {
	switch e := e.(type) {
	case Answer, *Report, *Do, *Back:
		return []string{"done"}
	case *Play, *Record:
		return []string{"done", "failed"}
	case *Lookup:
		return []string{"found", "missing", "expired", "malformed", "failed"}
	case *Args:
		return []string{"found", "missing", "malformed", "failed"}
	case *Dial:
		return dialOutcomes(e)
	case *Hours:
		return []string{"open", "closed", "holiday"}
	case *Connect:
		return []string{"ended", "busy", "no_answer", "rejected", "failed"}
	case *Reach:
		return e.outcomes()
	case *Collect:
		return collectOutcomes(e)
	case *Listen:
		return append([]string{"got", "gave_up", "failed"}, e.Exits...)
	case *Pick:
		return pickOutcomes(e)
	case *Request, *Store, *Forget, *Script:
		return outsideOutcomes(e)
	case *Branch:
		var out []string
		for _, c := range e.Cases {
			out = append(out, c.Outcome)
		}
		return append(out, "otherwise")
	case *Run:
		if e.Back != "" {
			return []string{"done"}
		}
	}
	return nil
}

func collectOutcomes(e *Collect) []string {
	var out []string
	if e.Max > 0 {
		out = append(out, "got")
	}
	out = append(out, "gave_up")
	out = append(out, e.Exits...)
	if e.Accept != nil {
		out = append(out, "malformed", "failed")
	}
	return out
}

func (v *verifier) state(s *State) {
	want := Outcomes(s.Effect)
	if len(want) != len(s.Edges) {
		v.add("%s has %d edges, its effect %d outcomes", s.ID, len(s.Edges), len(want))
		return
	}
	for _, o := range want {
		if s.Edge(o) == "" {
			v.add("%s has no edge for %s", s.ID, o)
		}
	}
	v.languages(s)
	Walk(s, v.expression(s.ID))
	for _, slot := range Written(s) {
		if !v.slots[slot] {
			v.add("%s writes %s, which is no slot", s.ID, slot)
		}
	}
}

// expression checks what an expression names.
func (v *verifier) expression(id string) func(*expr.Expr) {
	return func(e *expr.Expr) {
		e.Walk(func(n *expr.Expr) {
			switch {
			case n.Op == expr.Bad:
				v.add("%s holds an expression that was not checked", id)
			case n.Op == expr.Name && n.Binding == nil:
				v.add("%s uses %s, which was not resolved", id, n.Value)
			case n.Op == expr.Name && n.Binding.Kind == expr.Local && !v.slots[n.Binding.Slot]:
				v.add("%s reads %s, which is no slot", id, n.Binding.Slot)
			case n.Op == expr.Field && n.Args[0].Op == expr.Name && n.Args[0].Binding != nil && n.Args[0].Binding.Kind == expr.Config:
				if _, ok := v.p.Setting(n.Value); !ok {
					v.add("%s reads config.%s, which is no setting", id, n.Value)
				}
			}
		})
	}
}
