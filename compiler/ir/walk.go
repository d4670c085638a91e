package ir

import "github.com/ringflow/ringflow/flow/expr"

// Walk visits every expression of a state, whole expressions only.
func Walk(s *State, visit func(*expr.Expr)) {
	w := walker{visit}
	w.effect(s.Effect)
	for _, h := range s.Hooks {
		w.actions(h.Do)
	}
	w.actions(s.Left)
}

type walker struct{ visit func(*expr.Expr) }

func (w walker) some(exprs ...*expr.Expr) {
	for _, e := range exprs {
		if e != nil {
			w.visit(e)
		}
	}
}

func (w walker) template(t *expr.Template) {
	if t != nil {
		w.some(t.Holes()...)
	}
}

func (w walker) parts(lists ...[]Part) {
	for _, parts := range lists {
		for _, p := range parts {
			w.template(p.Say)
			w.template(p.Sound)
			w.some(p.File, p.Given)
			for _, t := range p.Translations {
				w.parts([]Part{t.Part})
			}
		}
	}
}

func (w walker) effect(e Effect) {
	switch e := e.(type) {
	case *Play:
		w.parts(e.Parts)
	case *Collect:
		w.parts(e.Prompt, e.AgainSilent, e.AgainWrong, e.Hint)
		if e.Accept != nil {
			w.effect(e.Accept)
		}
	case *Listen:
		w.parts(e.Prompt, e.AgainSilent, e.AgainWrong)
	case *Pick:
		w.effect(&e.Collect)
		w.some(e.From)
		w.parts(e.Line)
	case *Lookup:
		w.key(e.Key)
	case *Connect:
		w.some(e.To, e.From, e.CallerHears)
		w.parts(e.CalleeHears)
	case *Dial:
		w.some(e.To, e.From)
	case *Reach:
		w.reach(e)
	case *Report:
		w.some(e.URL)
	case *Request, *Store, *Forget, *Script:
		w.outside(e)
	case *Do:
		w.actions(e.Actions)
	case *Branch:
		for _, c := range e.Cases {
			w.some(c.When)
		}
	case *Run:
		for _, a := range e.Args {
			w.some(a.Value)
			if a.Heard != nil {
				w.parts([]Part{*a.Heard})
			}
		}
	}
}

func (w walker) actions(list []Action) {
	for _, a := range list {
		switch a := a.(type) {
		case Set:
			w.some(a.Value)
		case Note:
			w.template(a.Value)
		case Log:
			w.template(a.Text)
		case *If:
			for _, c := range a.Cases {
				w.some(c.When)
				w.actions(c.Do)
			}
			w.actions(a.Else)
		}
	}
}

// Written lists the slots that a state writes, its actions included.
func Written(s *State) []string {
	var out []string
	switch e := s.Effect.(type) {
	case *Collect:
		if e.Into != "" {
			out = append(out, e.Into)
		}
		if e.Accept != nil {
			out = append(out, e.Accept.Into)
		}
	case *Listen:
		out = append(out, e.Into)
	case *Pick:
		out = append(out, e.Item, e.Key, e.Picked)
	case *Reach:
		if e.Into != "" {
			out = append(out, e.Into)
		}
	case *Lookup:
		out = append(out, e.Into)
	case *Args:
		out = append(out, e.Into)
	case *Request, *Script:
		if into := replyOf(e).Into; into != "" {
			out = append(out, into)
		}
	case *Do:
		out = written(out, e.Actions)
	case *Run:
		for _, a := range e.Args {
			out = append(out, a.Slot)
		}
		if e.Back != "" {
			out = append(out, e.Back)
		}
	}
	for _, h := range s.Hooks {
		out = written(out, h.Do)
	}
	return written(out, s.Left)
}

func written(out []string, list []Action) []string {
	for _, a := range list {
		switch a := a.(type) {
		case Set:
			out = append(out, a.Slot)
		case *If:
			for _, c := range a.Cases {
				out = written(out, c.Do)
			}
			out = written(out, a.Else)
		}
	}
	return out
}
