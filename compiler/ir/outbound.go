package ir

import "github.com/ringflow/ringflow/flow/expr"

// Args reads what the flow was started with into a slot and takes it away, so
// that it starts one session. Outcomes: found, missing, malformed, failed.
type Args struct {
	Fields []StoreField
	Into   string
}

// Dial calls somebody, who takes the caller's place when they answer. Outcomes:
// answered, unsure, machine (both with Detect), busy, no_answer, rejected, failed.
type Dial struct {
	To, From *expr.Expr
	Leg      string
	RingFor  int    // milliseconds
	Detect   string // model of the platform that tells machines, "" for no detection
}

func (*Args) effect() {}
func (*Dial) effect() {}

func dialOutcomes(e *Dial) []string {
	unanswered := []string{"busy", "no_answer", "rejected", "failed"}
	if e.Detect == "" {
		return append([]string{"answered"}, unanswered...)
	}
	return append([]string{"answered", "unsure", "machine"}, unanswered...)
}

func (w *writer) args(e *Args) {
	w.line(1, "args %s into %s", fieldList(e.Fields), e.Into)
}

func (w *writer) dial(e *Dial) {
	w.line(1, "dial %s from %s leg=%s ring=%dms detect=%q", Show(e.To), Show(e.From), e.Leg, e.RingFor, e.Detect)
}
