package emit

import (
	"fmt"
	"strings"

	"github.com/ringflow/ringflow/compiler/ir"
)

// collect writes gather and menu, without what is as the library takes it to be
// unless it is told.
func (e *emitter) collect(s *ir.State, f *ir.Collect) {
	e.asks(s, "collect", "collected", f.Again, "{\n"+e.collectFields(f)+"      }")
}

func (e *emitter) collectFields(f *ir.Collect) string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, "        "+format+",\n", args...) }
	line("prompt: %s", e.words(f.Prompt))
	if again := e.again(f.AgainSilent, f.AgainWrong); again != "" {
		line("again: {\n          %s\n        }", again)
	}
	line("min: %d, max: %d, keys: %s, bargeIn: %v", f.Min, f.Max, quote(f.Keys), f.BargeIn)
	if f.Ends != "" {
		line("ends: %s", quote(f.Ends))
	}
	if f.WrongKeys {
		line("other: \"wrong\"")
	}
	if f.Partial {
		line("partial: \"accept\"")
	}
	line("firstDigit: %d, betweenDigits: %d", f.FirstDigit, f.BetweenDigits)
	if f.Total > 0 {
		line("total: %d", f.Total)
	}
	if f.Hint != nil {
		line("hint: { after: %d, play: %s }", f.HintAfter, e.words(f.Hint))
	}
	line("silent: %d, wrong: %d", f.Silent, f.Wrong)
	if f.Accept != nil {
		line("accept: (then) => %s({ %s }, then)", e.use("query"), e.lookup(f.Accept))
	}
	return b.String()
}

func (e *emitter) again(silent, wrong []ir.Part) string {
	var out []string
	if silent != nil {
		out = append(out, "silent: "+e.words(silent))
	}
	if wrong != nil {
		out = append(out, "wrong: "+e.words(wrong))
	}
	return strings.Join(out, ",\n          ")
}
