package check

import (
	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/spec"
)

// follower carries a value along every way through the steps: visit is what a
// step itself does to it, join is what holds where ways meet, block is what a
// whole block does.
type follower[T any] struct {
	c     *checker
	visit func(s *ast.Step, in T) T
	join  func(a, b T) T
	block func(b *Block, in T) (out T, goesOn bool)
	after func(s *ast.Step, outcome string, in T) T // what one outcome makes of it; nil for nothing
}

// intoBlocks lets a follower go through each block once for each value that it is
// entered with.
func intoBlocks[T comparable](f *follower[T]) {
	type entered struct {
		b  *Block
		in T
	}
	type left struct {
		out    T
		goesOn bool
	}
	done := map[entered]left{}
	f.block = func(b *Block, in T) (T, bool) {
		k := entered{b, in}
		if r, ok := done[k]; ok {
			return r.out, r.goesOn
		}
		done[k] = left{in, true} // a block that runs itself was reported
		out, goesOn := f.steps(b.Steps, in)
		done[k] = left{out, goesOn}
		return out, goesOn
	}
}

// steps follows a list; goesOn is false when every way ends the call.
func (f follower[T]) steps(list []*ast.Step, in T) (out T, goesOn bool) {
	for _, s := range list {
		if in, goesOn = f.step(s, in); !goesOn {
			return in, false
		}
	}
	return in, true
}

func (f follower[T]) step(s *ast.Step, in T) (T, bool) {
	in = f.visit(s, in)
	if s.Verb.Ends {
		return in, false
	}
	m := meeting[T]{join: f.join}
	switch s.Verb.Name {
	case "run":
		if b := f.runs(s); b != nil {
			return f.block(b, in)
		}
		return in, true
	case "choose":
		f.cases(s, in, &m)
	case "if":
		for _, side := range []string{"then", "else"} {
			if v := s.Field(side); v != nil {
				m.add(f.steps(v.Steps, in))
			} else {
				m.add(in, true)
			}
		}
	default:
		f.outcomes(s, in, &m)
	}
	return m.value, m.any
}

func (f follower[T]) runs(s *ast.Step) *Block {
	if s.Head == nil {
		return nil
	}
	return f.c.block(s.Head.Text.Value)
}

func (f follower[T]) cases(s *ast.Step, in T, m *meeting[T]) {
	otherwise := false
	if s.Head != nil {
		for _, k := range s.Head.Cases {
			otherwise = otherwise || k.When == nil
			m.add(f.steps(k.Do, in))
		}
	}
	if !otherwise {
		m.add(in, true)
	}
}

func (f follower[T]) outcomes(s *ast.Step, in T, m *meeting[T]) {
	if len(s.Verb.Outcomes) == 0 {
		m.add(in, true)
		return
	}
	for _, h := range s.On {
		if !f.c.isHook(s, h) {
			m.add(f.steps(h.Steps, f.behind(s, h, in)))
		}
	}
	for _, o := range s.Verb.Outcomes {
		if o.Default == spec.Continue && !handled(s, o.Name) && Applies(s, o) {
			m.add(f.came(s, o.Name, in), true)
		}
	}
}

func (f follower[T]) came(s *ast.Step, outcome string, in T) T {
	if f.after == nil {
		return in
	}
	return f.after(s, outcome, in)
}

// behind is what holds where a handler begins: behind any outcome that it answers.
func (f follower[T]) behind(s *ast.Step, h *ast.Handler, in T) T {
	if f.after == nil {
		return in
	}
	m := meeting[T]{join: f.join}
	for _, o := range s.Verb.Outcomes {
		if HandlerOf(s, o.Name) == h && Applies(s, o) {
			m.add(f.came(s, o.Name, in), true)
		}
	}
	if !m.any {
		return in // the answer to a key, or to what the verb does not have
	}
	return m.value
}

// meeting joins the ways that go on.
type meeting[T any] struct {
	join  func(a, b T) T
	value T
	any   bool
}

func (m *meeting[T]) add(v T, goesOn bool) {
	switch {
	case !goesOn:
	case m.any:
		m.value = m.join(m.value, v)
	default:
		m.value, m.any = v, true
	}
}
