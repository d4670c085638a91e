package ir

import (
	"fmt"
	"strings"

	"github.com/ringflow/ringflow/flow/expr"
)

// Listen asks for words, with keys beside them.
// Outcomes: got, gave_up, one for each exit key, failed.
type Listen struct {
	Prompt, AgainSilent, AgainWrong []Part    // the second and third are nil when the first serves
	Profile                         string    // path in the platform's list, without "ASRProfileList."
	Others                          []Profile // those of further languages, nil when there is one for all
	Continuous                      bool      // it does not tell utterances apart
	Hints                           []string
	Phrases                         []Phrase // one of them has to be said; nil for anything
	Digits                          int      // so many keys are an answer too, 0 for none
	Exits                           []string
	WrongKeys                       bool
	BargeIn                         bool
	Confidence                      int // percent
	Timeout, Longest, Pause         int // milliseconds, Pause 0 for none
	Silent, Wrong                   int
	Into                            string // slot of the answer
	Again                           bool   // it can be entered again
}

// Profile is who recognises a further language.
type Profile struct{ Language, Name string }

// Phrase is what is said for a word, and a key that means the same.
type Phrase struct {
	Word string
	Says []string
	Key  string // "" for none
}

// Pick is a menu that offers the items of a list: a collect of one key.
// Outcomes: one for each exit key, picked, gave_up.
type Pick struct {
	Collect   // Keys are those of the items, in their order
	From      *expr.Expr
	Line      []Part // what is heard about one item
	Item, Key string // slots of the item and the key that Line is about
	Picked    string // slot of the item that was picked
}

// Back enters a step again, the one that its edge leads to. Outcome: done.
type Back struct {
	Free bool // it costs no attempt,
	Most int  // so often
}

func (*Listen) effect() {}
func (*Pick) effect()   {}
func (*Back) effect()   {}

func (w *writer) listen(e *Listen) {
	w.line(1, "listen by %s continuous=%v hints=%q digits=%d exits=%q", e.Profile, e.Continuous, e.Hints, e.Digits, strings.Join(e.Exits, ""))
	for _, p := range e.Others {
		w.line(2, "%s by %s", p.Language, p.Name)
	}
	w.line(2, "confidence=%d wrong_keys=%v barge_in=%v silent=%d wrong=%d again=%v", e.Confidence, e.WrongKeys, e.BargeIn, e.Silent, e.Wrong, e.Again)
	w.line(2, "timeout=%dms longest=%dms pause=%dms", e.Timeout, e.Longest, e.Pause)
	for _, p := range e.Phrases {
		w.line(2, "%s: %q key=%q", p.Word, p.Says, p.Key)
	}
	w.named("prompt", e.Prompt)
	w.named("again silent", e.AgainSilent)
	w.named("again wrong", e.AgainWrong)
	w.line(2, "into %s", e.Into)
}

func (w *writer) pick(e *Pick) {
	w.collect(&e.Collect)
	w.line(2, "from %s", Show(e.From))
	w.named(fmt.Sprintf("line of %s and %s", e.Item, e.Key), e.Line)
	w.line(2, "picked into %s", e.Picked)
}

func (w *writer) back(e *Back) {
	if e.Free {
		w.line(1, "repeat free=%d", e.Most)
	} else {
		w.line(1, "restart")
	}
}

func pickOutcomes(e *Pick) []string { return append([]string{"picked", "gave_up"}, e.Exits...) }
