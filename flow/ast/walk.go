package ast

// Walk visits steps and everything nested in them, parents first.
func Walk(steps []*Step, visit func(*Step)) {
	for _, s := range steps {
		visit(s)
		for _, inner := range s.Nested() {
			Walk(inner, visit)
		}
	}
}

// Nested returns the lists of steps inside a step, in the order in which they are written.
func (s *Step) Nested() [][]*Step {
	var out [][]*Step
	if s.Head != nil {
		for _, c := range s.Head.Cases {
			out = append(out, c.Do)
		}
	}
	for _, f := range s.Fields {
		if f.Value.Steps != nil {
			out = append(out, f.Value.Steps)
		}
	}
	for _, h := range s.On {
		out = append(out, h.Steps)
	}
	return out
}

// All returns main, the blocks and finally.
func (f *Flow) All() []*Block {
	var out []*Block
	if f.Main != nil { // a library has none
		out = append(out, f.Main)
	}
	out = append(out, f.Blocks...)
	if f.Finally != nil {
		out = append(out, f.Finally)
	}
	return out
}
