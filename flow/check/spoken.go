package check

import (
	"slices"
	"strings"

	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/source"
)

// spoken advises on what callers hear: keys that are said and not taken, or taken
// and not said, menus that nobody keeps in mind, ends without a goodbye, waits
// without a sound and recordings that nobody was told of. It is silent while there
// are errors.
func spoken(c *checker) {
	if c.report.Failed() {
		return
	}
	for _, b := range c.Flow.All() {
		ast.Walk(b.Steps, func(s *ast.Step) {
			switch s.Verb.Name {
			case "gather", "menu":
				c.keysSaid(s)
			case "connect":
				if s.Field("caller_hears") == nil {
					c.add(diag.SilentWait, s.VerbAt, "the caller hears nothing while it rings, for %s at the most", Milliseconds(float64(number(s.Field("ring_for"), DefaultRing)))).
						Helped("play music: `caller_hears: config.hold_music`")
				}
			}
		})
	}
	c.listen()
}

// DefaultRing is how long a call rings when a step does not say, in milliseconds.
const DefaultRing = 30_000

// maxOptions is how many keys a caller keeps in mind when a voice lists them.
const maxOptions = 6

// keysSaid compares the keys that a step's prompts name with those that it takes.
func (c *checker) keysSaid(s *ast.Step) {
	exits := keyOutcomes(s)
	if s.Verb.Name == "menu" && len(exits) > maxOptions {
		c.add(diag.ManyOptions, s.VerbAt, "the menu has %d keys, and a caller keeps about %d in mind", len(exits), maxOptions).
			Helped("split it into two menus, or put the rare ones behind one key")
	}
	language, ok := speechOf(c.Flow.Language.Name)
	if !ok || s.Field("options") != nil || s.Field("from") != nil { // which say their own keys
		return
	}
	taken := exitKeys(exits)
	if s.Verb.Name == "gather" {
		taken += keyFact(s).Chars
		if v := s.Field("ends_with"); v != nil {
			taken += v.Text.Value
		}
	}
	said, told, understood := "", false, true
	for _, h := range stepPrompts(s) {
		spoken := c.Spoken[h]
		if spoken.Text == nil {
			understood = understood && h.Silence > 0
			continue
		}
		said += language.mentioned(spoken.Text)
		for _, key := range language.pressed(spoken.Text) {
			told = true
			if !strings.Contains(taken, key) {
				c.add(diag.KeySaid, h.At, "this says to press `%s`, and the step does not take that key", key).
					Also(spoken.Text.At, "said here").Helped("handle it: `key \"%s\": ...`, or do not say it", key)
			}
		}
	}
	for _, o := range exits {
		if understood && told && !strings.Contains(said, o.Key) {
			c.add(diag.KeySaid, o.At, "no prompt of this step says that `%s` can be pressed", o.Key).
				Helped("say it, or remove the key")
		}
	}
}

func exitKeys(exits []ast.Outcome) string {
	var keys strings.Builder
	for _, o := range exits {
		keys.WriteString(o.Key)
	}
	return keys.String()
}

// stepPrompts lists everything that the caller hears of a gather or menu.
func stepPrompts(s *ast.Step) []*ast.Heard {
	var out []*ast.Heard
	for _, v := range []*ast.Value{s.Head, s.Field("hint").Field("play"), s.Field("again").Field("silent"), s.Field("again").Field("wrong")} {
		if v != nil {
			out = append(out, v.Prompts...)
		}
	}
	return out
}

// listening is what a caller has heard so far on one way through the flow.
type listening struct {
	spokenTo bool      // a prompt, or the other side, since the caller was last asked
	told     bool      // that the call is recorded
	recorded *ast.Step // a recording that the next prompt has to tell of
}

// listener follows every way through the flow with the ears of the caller.
type listener struct {
	c      *checker
	speech speech
	knows  bool // the language is understood
	said   map[source.Span]bool
}

// listen follows every way with the ears of the caller.
func (c *checker) listen() {
	if c.Flow.Main == nil { // of a library nobody knows what was heard before its blocks
		return
	}
	l := &listener{c: c, said: map[source.Span]bool{}}
	l.speech, l.knows = speechOf(c.Flow.Language.Name)
	f := follower[listening]{c: c, visit: l.visit,
		after: func(s *ast.Step, outcome string, in listening) listening {
			switch s.Verb.Name {
			case "dial":
				in.spokenTo = !dialReaches(outcome)
			case "connect":
				in.spokenTo = outcome == "ended" || strings.HasPrefix(outcome, "key") // who leaves by a key knows it
			}
			return in
		},
		join: func(a, b listening) listening {
			if a.recorded == nil {
				a.recorded = b.recorded
			}
			a.spokenTo, a.told = a.spokenTo && b.spokenTo, a.told && b.told
			return a
		}}
	intoBlocks(&f)
	f.steps(c.Flow.Main.Steps, listening{spokenTo: c.api()}) // where nobody is, nobody is left without a word
}

func (l *listener) visit(s *ast.Step, in listening) listening {
	switch s.Verb.Name {
	case "play":
		in = l.hears(s.Head.Prompts, in)
		in.spokenTo = true
	case "hangup":
		if s.Head != nil {
			in = l.hears(s.Head.Prompts, in)
		} else if !in.spokenTo {
			l.once(s.VerbAt, func() {
				l.c.add(diag.NoGoodbye, s.VerbAt, "the call ends without a word").Helped("say goodbye: `hangup: goodbye`")
			})
		}
	case "gather", "menu", "listen":
		if s.Head != nil {
			in = l.hears(s.Head.Prompts, in)
		}
		in.spokenTo = false
	case "connect":
		in = l.untold(in)
	case "record":
		if !in.told {
			in.recorded = s
		}
	}
	return in
}

// hears is what the caller knows behind prompts.
func (l *listener) hears(prompts []*ast.Heard, in listening) listening {
	for _, h := range prompts {
		t := l.c.Spoken[h].Text
		in.told = in.told || !l.knows || t == nil && h.Silence == 0 || t != nil && l.speech.tellsOfRecording(t)
	}
	if slices.ContainsFunc(prompts, func(h *ast.Heard) bool { return h.Silence == 0 }) && in.told {
		in.recorded = nil
	}
	return l.untold(in)
}

// untold advises on a recording that the caller was not told of by now.
func (l *listener) untold(in listening) listening {
	if s := in.recorded; s != nil {
		l.once(s.VerbAt, func() {
			l.c.add(diag.Recorded, s.VerbAt, "the caller is not told of the recording").
				Helped("say it in the prompt before it, or in the first one behind it")
		})
		in.recorded = nil
	}
	return in
}

// once keeps what is found on several ways from being said several times.
func (l *listener) once(at source.Span, say func()) {
	if !l.said[at] {
		l.said[at] = true
		say()
	}
}
