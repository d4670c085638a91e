package emit

import (
	"fmt"
	"strings"

	"github.com/ringflow/ringflow/compiler/ir"
)

// asks writes the call of an effect that asks the caller; a step that can be
// entered again is called with what is left of its budgets.
func (e *emitter) asks(s *ir.State, effect, spent string, again bool, spec string) {
	if again {
		e.call(s, "again", e.use(effect), e.use(spent), spec)
	} else {
		e.call(s, effect, spec)
	}
}

// listen writes a listen, without what is as the library takes it to be unless
// it is told.
func (e *emitter) listen(s *ir.State, f *ir.Listen) {
	e.modules["ASR"] = true
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, "        "+format+",\n", args...) }
	b.WriteString("{\n")
	line("prompt: %s", e.words(f.Prompt))
	if again := e.again(f.AgainSilent, f.AgainWrong); again != "" {
		line("again: {\n          %s\n        }", again)
	}
	line("recogniser: { %s }", e.recogniser(f))
	if f.Phrases != nil {
		words := make([]string, len(f.Phrases))
		var keys []string
		for i, p := range f.Phrases {
			words[i] = property(p.Word) + ": " + quotes(p.Says)
			if p.Key != "" {
				keys = append(keys, quote(p.Key)+": "+quote(p.Word))
			}
		}
		line("phrases: { %s }", strings.Join(words, ", "))
		if keys != nil {
			line("keys: { %s }", strings.Join(keys, ", "))
		}
	}
	if f.Digits > 0 {
		line("digits: %d", f.Digits)
	}
	if f.WrongKeys {
		line("other: \"wrong\"")
	}
	line("bargeIn: %v, confidence: %d", f.BargeIn, f.Confidence)
	line("timeout: %d, longest: %d", f.Timeout, f.Longest)
	if f.Pause > 0 {
		line("pause: %d", f.Pause)
	}
	line("silent: %d, wrong: %d", f.Silent, f.Wrong)
	line("bind: (heard) => { v.%s = heard; }", f.Into)
	b.WriteString("      }")
	e.asks(s, "listen", "listened", f.Again, b.String())
}

// recogniser writes the parameters of createASR. Google alone takes hints.
func (e *emitter) recogniser(f *ir.Listen) string {
	profile := "ASRProfileList." + f.Profile
	for _, p := range f.Others {
		profile = e.use("language") + "() === " + quote(p.Language) + " ? ASRProfileList." + p.Name + " : " + profile
	}
	out := "profile: " + profile
	if !f.Continuous {
		out += ", singleUtterance: true"
	}
	hints := f.Hints
	for _, p := range f.Phrases {
		hints = append(hints[:len(hints):len(hints)], p.Says...)
	}
	if strings.HasPrefix(f.Profile, "Google.") && len(hints) > 0 {
		out += ", phraseHints: " + quotes(hints)
	}
	return out
}

func quotes(texts []string) string {
	out := make([]string, len(texts))
	for i, t := range texts {
		out[i] = quote(t)
	}
	return "[" + strings.Join(out, ", ") + "]"
}

// pick writes a menu of the items of a list.
func (e *emitter) pick(s *ir.State, f *ir.Pick) {
	var b strings.Builder
	b.WriteString("{\n" + e.collectFields(&f.Collect))
	fmt.Fprintf(&b, "        items: %s,\n", e.expr(f.From))
	fmt.Fprintf(&b, "        line: (item, key) => {\n          v.%s = item;\n          v.%s = key;\n          return %s;\n        },\n", f.Item, f.Key, e.parts(f.Line))
	fmt.Fprintf(&b, "        bind: (item) => { v.%s = item; },\n      }", f.Picked)
	e.asks(s, "pick", "collected", f.Collect.Again, b.String())
}

// back writes the way back to a step.
func (e *emitter) back(s *ir.State, f *ir.Back) {
	to := quote(s.Edge("done"))
	if f.Free {
		e.leave("%s(%s, %d)", e.use("repeat"), to, f.Most)
	} else {
		e.leave("%s(%s)", e.use("restart"), to)
	}
}
