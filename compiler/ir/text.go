package ir

import (
	"fmt"
	"strings"

	"github.com/ringflow/ringflow/flow/expr"
)

// Text writes a program in its stable text form.
func Text(p *Program) string {
	w := &writer{}
	w.line(0, "flow %s", p.Flow)
	if p.API {
		w.line(0, "starts api")
	}
	w.line(0, "voice %s", p.Voice)
	for _, l := range p.Languages {
		w.line(0, "language %s voice %s", l.Name, l.Voice)
	}
	for _, s := range p.Config {
		w.line(0, "config %s: %s", s.Name, s.Type)
	}
	for _, f := range p.Result {
		w.line(0, "result %s = %q", f.Name, f.Start)
	}
	for _, s := range p.Slots {
		w.line(0, "slot %s: %s", s.Name, s.Type)
	}
	w.line(0, "start %s", p.Start)
	w.line(0, "finally %s", p.Finally)
	for _, s := range p.States {
		w.line(0, "")
		w.line(0, "state %s  (%s)", s.ID, s.Line(p.Source))
		w.effect(s.Effect)
		for _, h := range s.Hooks {
			w.line(1, "at %s", h.Outcome)
			w.actions(2, h.Do)
		}
		if len(s.Left) > 0 {
			w.line(1, "at caller_left")
			w.actions(2, s.Left)
		}
		for _, e := range s.Edges {
			w.line(1, "%s -> %s", e.Outcome, e.To)
		}
	}
	return w.String()
}

type writer struct{ strings.Builder }

func (w *writer) line(indent int, format string, args ...any) {
	fmt.Fprintf(w, strings.Repeat("  ", indent)+format+"\n", args...)
}

func (w *writer) effect(e Effect) {
	switch e := e.(type) {
	case Answer:
		w.line(1, "answer")
	case Reject:
		w.line(1, "reject %d", e.Code)
	case HangUp:
		w.line(1, "hang up")
	case *Play:
		w.line(1, "play")
		w.parts(2, e.Parts)
	case *Collect:
		w.collect(e)
	case *Listen:
		w.listen(e)
	case *Pick:
		w.pick(e)
	case *Back:
		w.back(e)
	case *Lookup:
		w.lookup(1, e)
	case *Hours:
		w.line(1, "hours %s", e.Calendar)
	case *Connect:
		w.connect(e)
	case *Reach:
		w.reach(e)
	case *Record:
		w.line(1, "record split=%v", e.Split)
	case *Report:
		w.line(1, "report to %s headers=%v secret=%q", Show(e.URL), e.Headers, e.Secret)
	case *Request, *Store, *Forget, *Script:
		w.outside(e)
	case *Do:
		w.line(1, "do")
		w.actions(2, e.Actions)
	case *Branch:
		w.line(1, "branch")
		for _, c := range e.Cases {
			w.line(2, "%s: %s", c.Outcome, Show(c.When))
		}
	case *Run:
		w.line(1, "run %s from %s back=%q", e.Block, e.Entry, e.Back)
		for _, a := range e.Args {
			w.actions(2, []Action{a})
		}
	case *Args:
		w.args(e)
	case *Dial:
		w.dial(e)
	case Return:
		w.line(1, "return to %s", e.Back)
	}
}

func (w *writer) collect(e *Collect) {
	w.line(1, "collect %d..%d of %q ends=%q exits=%q", e.Min, e.Max, e.Keys, e.Ends, strings.Join(e.Exits, ""))
	w.line(2, "wrong_keys=%v partial=%v barge_in=%v silent=%d wrong=%d", e.WrongKeys, e.Partial, e.BargeIn, e.Silent, e.Wrong)
	w.line(2, "first_digit=%dms between_digits=%dms total=%dms", e.FirstDigit, e.BetweenDigits, e.Total)
	if e.Again {
		w.line(2, "again")
	}
	w.named("prompt", e.Prompt)
	w.named("again silent", e.AgainSilent)
	w.named("again wrong", e.AgainWrong)
	if e.Hint != nil {
		w.named(fmt.Sprintf("hint after %dms", e.HintAfter), e.Hint)
	}
	if e.Into != "" {
		w.line(2, "into %s", e.Into)
	}
	if e.Accept != nil {
		w.lookup(2, e.Accept)
	}
}

func (w *writer) named(name string, parts []Part) {
	if parts != nil {
		w.line(2, "%s", name)
		w.parts(3, parts)
	}
}

func (w *writer) lookup(indent int, e *Lookup) {
	w.line(indent, "lookup %s key %q fields %s into %s", e.Store, showKey(e.Key), fieldList(e.Fields), e.Into)
}

func fieldList(list []StoreField) string {
	fields := make([]string, len(list))
	for i, f := range list {
		fields[i] = f.Name + ":" + f.Kind
		if f.Optional {
			fields[i] += "?"
		}
	}
	return strings.Join(fields, ",")
}

func (w *writer) connect(e *Connect) {
	w.line(1, "connect %s from %s leg=%s ring=%dms talk=%dms", Show(e.To), Show(e.From), e.Leg, e.RingFor, e.TalkFor)
	if e.CallerHears != nil {
		w.line(2, "caller hears %s", Show(e.CallerHears))
	}
	w.named("callee hears", e.CalleeHears)
}

func (w *writer) parts(indent int, parts []Part) {
	for _, p := range parts {
		switch {
		case p.Say != nil:
			w.line(indent, "say %s", ShowTemplate(p.Say))
		case p.File != nil:
			w.line(indent, "file %s", Show(p.File))
		case p.Given != nil:
			w.line(indent, "given %s", Show(p.Given))
		case p.Sound != nil:
			w.line(indent, "file %s", ShowTemplate(p.Sound))
		default:
			w.line(indent, "silence %dms", p.Silence)
		}
		for _, t := range p.Translations {
			w.line(indent+1, "in %s", t.Language)
			w.parts(indent+2, []Part{t.Part})
		}
	}
}

func (w *writer) actions(indent int, actions []Action) {
	for _, a := range actions {
		switch a := a.(type) {
		case Set:
			if a.Heard != nil {
				w.line(indent, "%s =", a.Slot)
				w.parts(indent+1, []Part{*a.Heard})
				continue
			}
			w.line(indent, "%s = %s", a.Slot, Show(a.Value))
		case Note:
			w.line(indent, "result.%s = %s", a.Field, ShowTemplate(a.Value))
		case Speak:
			w.line(indent, "speak %s", a.Language)
		case Log:
			w.line(indent, "log %s", ShowTemplate(a.Text))
		case *If:
			for _, c := range a.Cases {
				w.line(indent, "if %s", Show(c.When))
				w.actions(indent+1, c.Do)
			}
			if len(a.Else) > 0 {
				w.line(indent, "else")
				w.actions(indent+1, a.Else)
			}
		}
	}
}

// Show writes an expression with every operation in parentheses.
func Show(e *expr.Expr) string {
	switch e.Op {
	case expr.Text, expr.Word:
		return fmt.Sprintf("%q", e.Value)
	case expr.Number:
		return expr.Show(e.Number)
	case expr.Money:
		return expr.Show(e.Number) + e.Value
	case expr.Date, expr.Time:
		return e.Value
	case expr.Duration:
		return expr.Show(e.Number) + "ms"
	case expr.Bool:
		return fmt.Sprint(e.Number == 1)
	case expr.Null:
		return "null"
	case expr.Name:
		if e.Binding.Kind == expr.Local {
			return "$" + e.Binding.Slot
		}
		return e.Binding.Name
	case expr.Field:
		return Show(e.Args[0]) + "." + e.Value
	case expr.Index:
		return Show(e.Args[0]) + "[" + Show(e.Args[1]) + "]"
	case expr.List:
		return "[" + showAll(e.Args) + "]"
	case expr.Call:
		return e.Value + "(" + showAll(e.Args) + ")"
	case expr.Not:
		return "!" + Show(e.Args[0])
	case expr.Neg:
		return "-" + Show(e.Args[0])
	case expr.Cond:
		return "(" + Show(e.Args[0]) + " ? " + Show(e.Args[1]) + " : " + Show(e.Args[2]) + ")"
	}
	return "(" + Show(e.Args[0]) + " " + e.Op.String() + " " + Show(e.Args[1]) + ")"
}

func showAll(args []*expr.Expr) string {
	out := make([]string, len(args))
	for i, a := range args {
		out[i] = Show(a)
	}
	return strings.Join(out, ", ")
}

// ShowTemplate writes a text with its holes, in quotes.
func ShowTemplate(t *expr.Template) string {
	if t.Plural != nil {
		return showPlural(t.Plural)
	}
	var b strings.Builder
	for _, p := range t.Parts {
		if p.Hole != nil {
			b.WriteString("{" + Show(p.Hole) + "}")
		} else {
			b.WriteString(p.Text)
		}
	}
	return fmt.Sprintf("%q", b.String())
}
