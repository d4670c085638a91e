package emit

import (
	"fmt"
	"strings"

	"github.com/ringflow/ringflow/compiler/ir"
)

// collect writes gather and menu. Fields that a menu has no use for are written
// all the same: the library's type has them.
func (e *emitter) collect(s *ir.State, f *ir.Collect) {
	other, partial := "ignore", "refuse"
	if f.WrongKeys {
		other = "wrong"
	}
	if f.Partial {
		partial = "accept"
	}
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, "        "+format+",\n", args...) }
	b.WriteString("{\n")
	line("prompt: () => %s", e.parts(f.Prompt))
	if again := e.again(f); again != "" {
		line("again: {\n          %s\n        }", again)
	}
	line("min: %d, max: %d, keys: %s, ends: %s, other: %s, partial: %s, bargeIn: %v", f.Min, f.Max, quote(f.Keys), quote(f.Ends), quote(other), quote(partial), f.BargeIn)
	line("firstDigit: %d, betweenDigits: %d, total: %d", f.FirstDigit, f.BetweenDigits, f.Total)
	if f.Hint != nil {
		line("hint: { after: %d, play: () => %s }", f.HintAfter, e.parts(f.Hint))
	}
	line("silent: %d, wrong: %d", f.Silent, f.Wrong)
	if f.Into != "" {
		line("entered: %s", e.function("keys", append([]ir.Action{keysInto(f.Into)}, entered(s)...)))
	}
	if f.Accept != nil {
		line("accept: (keys, verdict) => %s({ %s }, verdict)", e.use("query"), e.lookup(f.Accept))
	}
	b.WriteString("      }")
	e.call(s, "collect", b.String())
}

func (e *emitter) again(f *ir.Collect) string {
	var out []string
	if f.AgainSilent != nil {
		out = append(out, "silent: () => "+e.parts(f.AgainSilent))
	}
	if f.AgainWrong != nil {
		out = append(out, "wrong: () => "+e.parts(f.AgainWrong))
	}
	return strings.Join(out, ",\n          ")
}

func entered(s *ir.State) []ir.Action {
	for _, h := range s.Hooks {
		if h.Outcome == "entered" {
			return h.Do
		}
	}
	return nil
}
