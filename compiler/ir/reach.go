package ir

import (
	"strings"

	"github.com/ringflow/ringflow/flow/expr"
)

// Reach calls one or several and joins the caller with the first who answers
// and is let through. Outcomes: ended, busy, no_answer, rejected, declined (with
// Screen), machine (with Detect), failed, one for each exit key; answered is a hook.
type Reach struct {
	Targets     []Target
	AtOnce      bool // all ring at once; else one after the other
	From        *expr.Expr
	Display     *expr.Template // nil for none
	CallerHears *expr.Expr     // an address, nil for nothing
	CalleeHears []Part
	Screen      *Screen // nil when nobody is asked
	Detect      string  // model of the detector of answering machines, "" for none
	TalkFor     int     // milliseconds, 0 for any
	Exits       []string
	Into        string // slot of the leg that was reached, "" for none
}

// Target is one who is called: exactly one of Number, Numbers, User and SIP.
type Target struct {
	Number, Numbers *expr.Expr
	User, SIP       *expr.Template
	AtMost          int // of Numbers
	Leg             string
	RingFor         int // milliseconds
}

// Screen asks the called side whether it takes the call.
type Screen struct {
	Ask     []Part
	Keys    string
	Timeout int // milliseconds
}

func (*Reach) effect() {}

func (e *Reach) outcomes() []string {
	out := []string{"ended", "busy", "no_answer", "rejected"}
	if e.Screen != nil {
		out = append(out, "declined")
	}
	if e.Detect != "" {
		out = append(out, "machine")
	}
	return append(append(out, "failed"), e.Exits...)
}

func (w walker) reach(e *Reach) {
	for _, t := range e.Targets {
		w.some(t.Number, t.Numbers)
		w.template(t.User)
		w.template(t.SIP)
	}
	w.some(e.From, e.CallerHears)
	w.template(e.Display)
	w.parts(e.CalleeHears)
	if e.Screen != nil {
		w.parts(e.Screen.Ask)
	}
}

func (w *writer) reach(e *Reach) {
	w.line(1, "reach from %s at_once=%v talk=%dms exits=%q", Show(e.From), e.AtOnce, e.TalkFor, strings.Join(e.Exits, ""))
	for _, t := range e.Targets {
		w.line(2, "call %s leg=%s ring=%dms", whom(t), t.Leg, t.RingFor)
	}
	if e.Display != nil {
		w.line(2, "display %s", ShowTemplate(e.Display))
	}
	if e.CallerHears != nil {
		w.line(2, "caller hears %s", Show(e.CallerHears))
	}
	if e.Detect != "" {
		w.line(2, "detect machines of %s", e.Detect)
	}
	if e.Screen != nil {
		w.line(2, "screen keys=%q timeout=%dms", e.Screen.Keys, e.Screen.Timeout)
		w.parts(3, e.Screen.Ask)
	}
	w.named("callee hears", e.CalleeHears)
	if e.Into != "" {
		w.line(2, "into %s", e.Into)
	}
}

func whom(t Target) string {
	switch {
	case t.User != nil:
		return "user " + ShowTemplate(t.User)
	case t.SIP != nil:
		return "sip " + ShowTemplate(t.SIP)
	case t.Numbers != nil:
		return Show(t.Numbers) + " at most " + expr.Show(float64(t.AtMost))
	}
	return Show(t.Number)
}
