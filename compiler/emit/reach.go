package emit

import (
	"fmt"
	"strings"

	"github.com/ringflow/ringflow/compiler/ir"
)

// reach writes what reach is given, without what is not wanted.
func (e *emitter) reach(f *ir.Reach) string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, "        "+format+",\n", args...) }
	b.WriteString("{\n        to: [\n")
	for _, t := range f.Targets {
		fmt.Fprintf(&b, "          { %s, role: %s, ringFor: %d },\n", e.whom(t), quote(t.Leg), t.RingFor)
	}
	b.WriteString("        ],\n")
	line("from: %s, talkFor: %d", e.expr(f.From), f.TalkFor)
	if f.AtOnce {
		line("atOnce: true")
	}
	if f.Display != nil {
		line("display: %s", e.template(f.Display))
	}
	if f.CallerHears != nil {
		line("callerHears: %s", e.expr(f.CallerHears))
	}
	if f.CalleeHears != nil {
		line("calleeHears: %s", e.words(f.CalleeHears))
	}
	if f.Detect != "" {
		line("detect: () => %s(AMD.Model.%s)", e.use("detector"), f.Detect)
	}
	if f.Screen != nil {
		line("screen: %s({ ask: %s, keys: %s, timeout: %d })", e.use("screening"), e.words(f.Screen.Ask), quote(f.Screen.Keys), f.Screen.Timeout)
	}
	if len(f.Exits) > 0 {
		line("exits: %s", quote(strings.Join(f.Exits, "")))
	}
	b.WriteString("      }")
	return b.String()
}

func (e *emitter) whom(t ir.Target) string {
	switch {
	case t.User != nil:
		return "user: " + e.template(t.User)
	case t.SIP != nil:
		return "sip: " + e.template(t.SIP)
	case t.Numbers != nil:
		return fmt.Sprintf("number: null, numbers: %s, atMost: %d", e.expr(t.Numbers), t.AtMost)
	}
	return "number: " + e.expr(t.Number)
}

// reachedInto is the hook that keeps who was reached: it is told in place of the keys.
func reachedInto(s *ir.State, slot string) []ir.Hook {
	return []ir.Hook{{Outcome: "answered", At: s.At, Do: []ir.Action{keysInto(slot)}}}
}

// readsKeys reports whether a state's hook is told something beside the outcome.
func readsKeys(s *ir.State, first ir.Hook) bool {
	f, ok := s.Effect.(*ir.Reach)
	return first.Outcome == "entered" || ok && f.Into != ""
}
