package emit

import (
	"fmt"
	"strings"

	"github.com/ringflow/ringflow/flow/expr"

	"github.com/ringflow/ringflow/compiler/ir"
)

// effect writes the body of a state: a call of the library, or the step itself
// when it takes no time.
func (e *emitter) effect(s *ir.State) {
	switch f := s.Effect.(type) {
	case ir.Answer:
		e.call(s, "answer")
	case ir.Reject:
		e.leave("%s(%d)", e.use("reject"), f.Code)
	case ir.HangUp:
		e.leave("%s()", e.use("hangup"))
	case *ir.Play:
		e.call(s, "play", e.words(f.Parts))
	case *ir.Collect:
		e.collect(s, f)
	case *ir.Listen:
		e.listen(s, f)
	case *ir.Pick:
		e.pick(s, f)
	case *ir.Back:
		e.back(s, f)
	case *ir.Lookup:
		e.call(s, "lookup", "{ "+e.lookup(f)+" }")
	case *ir.Hours:
		e.call(s, "hours", member("calendars", f.Calendar))
	case *ir.Connect:
		e.call(s, "connect", e.connect(f))
	case *ir.Args:
		e.call(s, "args", e.args(f))
	case *ir.Dial:
		e.call(s, "dial", e.dial(f))
	case *ir.Reach:
		e.call(s, "reach", e.reach(f))
	case *ir.Record:
		e.call(s, "record", fmt.Sprintf("{ stereo: %v }", f.Split))
	case *ir.Report:
		e.report(s, f)
	case *ir.Request:
		e.call(s, "http", e.request(f))
	case *ir.Store:
		e.call(s, "store", fmt.Sprintf("{ key: %s, value: %s, keep: %d }", e.key(f.Key), e.object(f.Value), f.Keep))
	case *ir.Forget:
		e.call(s, "forget", e.key(f.Key))
	case *ir.Script:
		e.script(s, f)
	case *ir.Do:
		e.body.write(e.actions(f.Actions, "      "))
		e.leave("%s(\"done\", %s)", e.use("go"), quote(s.Edge("done")))
	case *ir.Branch:
		e.branch(s, f)
	case *ir.Run:
		e.run(s, f)
	case ir.Return:
		e.leave("%s(\"done\", v.%s)", e.use("go"), f.Back)
	}
}

// leave writes the last statement of a state.
func (e *emitter) leave(format string, args ...any) {
	e.body.write("      return " + fmt.Sprintf(format, args...) + ";\n")
}

// call writes NAME(ARGS, edges, hook), without a hook that has nothing to note.
func (e *emitter) call(s *ir.State, name string, args ...string) {
	w := e.body
	w.write("      return " + e.use(name) + "(")
	for _, a := range args {
		w.write(a + ", ")
	}
	e.edges(s)
	e.hook(s)
	w.write(");\n")
}

// edges writes { outcome: "state", ... }, with a place for each that the flow
// writes, or the state alone when there is only "done". An outcome that goes on
// as "done" does needs none: the library takes that one.
func (e *emitter) edges(s *ir.State) {
	var edges []ir.Edge
	for _, edge := range s.Edges {
		if edge.Outcome != "failed" || s.Edge("done") != edge.To {
			edges = append(edges, edge)
		}
	}
	w := e.body
	if len(edges) == 1 && edges[0].Outcome == "done" {
		w.mark(place(edges[0], s))
		w.write(quote(edges[0].To))
	} else {
		w.write("{\n")
		for _, edge := range edges {
			w.write("        ")
			w.mark(place(edge, s))
			w.write(property(edge.Outcome) + ": " + quote(edge.To) + ",\n")
		}
		w.write("      }")
	}
	w.mark(s.At)
}

// hook writes what is noted when outcomes come, as one function of the outcome.
func (e *emitter) hook(s *ir.State) {
	hooks := hooksOf(s)
	if len(hooks) == 0 {
		return
	}
	w := e.body
	params := "outcome"
	if readsKeys(s, hooks[0]) {
		params = "outcome, keys"
	}
	w.write(", (" + params + ") => {\n        switch (outcome) {\n")
	for i, h := range hooks {
		w.write("          ")
		w.mark(h.At)
		w.write("case " + quote(h.Outcome) + ":\n")
		do := e.actions(h.Do, "            ")
		if i+1 < len(hooks) && e.actions(hooks[i+1].Do, "            ") == do {
			continue // the next outcome notes the same
		}
		w.write(do + "            break;\n")
	}
	w.write("        }\n      }")
}

// hooksOf returns the hooks of a state: first what is noted about the keys of a
// collect, last what is noted when the caller leaves.
func hooksOf(s *ir.State) []ir.Hook {
	var hooks []ir.Hook
	entered := ir.Hook{Outcome: "entered", At: s.At}
	if f, ok := s.Effect.(*ir.Collect); ok && f.Into != "" {
		entered.Do = append(entered.Do, keysInto(f.Into))
	}
	if f, ok := s.Effect.(*ir.Reach); ok && f.Into != "" {
		hooks = reachedInto(s, f.Into)
	}
	for _, h := range s.Hooks {
		if h.Outcome == "answered" && len(hooks) > 0 {
			hooks[0].Do = append(hooks[0].Do, h.Do...)
			continue
		}
		if h.Outcome == "entered" {
			entered.Do = append(entered.Do, h.Do...)
		} else {
			hooks = append(hooks, h)
		}
	}
	if len(entered.Do) > 0 {
		hooks = append([]ir.Hook{entered}, hooks...)
	}
	if len(s.Left) > 0 {
		hooks = append(hooks, ir.Hook{Outcome: "caller_left", At: s.At, Do: s.Left})
	}
	return hooks
}

func (e *emitter) branch(s *ir.State, f *ir.Branch) {
	w := e.body
	for i, c := range f.Cases {
		w.write("      if (")
		w.mark(c.When.At)
		w.write(e.expr(c.When) + ") ")
		e.goTo(s, s.Edges[i])
	}
	w.write("      ")
	e.goTo(s, s.Edges[len(s.Edges)-1])
}

func (e *emitter) goTo(s *ir.State, edge ir.Edge) {
	e.body.mark(place(edge, s))
	e.body.write(fmt.Sprintf("return %s(%s, %s);\n", e.use("go"), quote(edge.Outcome), quote(edge.To)))
}

func (e *emitter) run(s *ir.State, f *ir.Run) {
	w := e.body
	var args []ir.Action
	for _, a := range f.Args {
		args = append(args, a)
	}
	w.write(e.actions(args, "      "))
	if f.Back != "" {
		w.write(fmt.Sprintf("      v.%s = %s;\n", f.Back, quote(s.Edge("done"))))
	}
	e.leave("%s(\"run\", %s)", e.use("go"), quote(f.Entry))
}

func (e *emitter) report(s *ir.State, f *ir.Report) {
	details := "body"
	if f.Headers {
		details = "headers"
	}
	body := "{}"
	if len(e.p.Result) > 0 {
		body = "result"
	}
	e.call(s, "report", fmt.Sprintf("{ url: %s, body: %s, key: %s, details: %s }", e.expr(f.URL), body, quote(f.Secret), quote(details)))
}

func (e *emitter) lookup(f *ir.Lookup) string {
	return fmt.Sprintf("key: %s, fields: { %s }, bind: (entry) => { v.%s = entry; }", e.key(f.Key), e.fieldTypes(f.Fields), f.Into)
}

func (e *emitter) connect(f *ir.Connect) string {
	var b strings.Builder
	fmt.Fprintf(&b, "{\n        to: %s, from: %s, role: %s, ringFor: %d, talkFor: %d,\n", e.expr(f.To), e.expr(f.From), quote(f.Leg), f.RingFor, f.TalkFor)
	if f.CallerHears != nil {
		fmt.Fprintf(&b, "        callerHears: %s,\n", e.expr(f.CallerHears))
	}
	if f.CalleeHears != nil {
		fmt.Fprintf(&b, "        calleeHears: %s,\n", e.words(f.CalleeHears))
	}
	b.WriteString("      }")
	return b.String()
}

// words writes what is heard: a text as it is, what depends on the call as a
// function, so that it is put together when it is heard.
func (e *emitter) words(parts []ir.Part) string {
	text := e.parts(parts)
	for _, p := range parts {
		if !fixed(p) || !e.oneLanguage(p) {
			return "() => " + text
		}
	}
	return text
}

func fixed(p ir.Part) bool {
	for _, t := range []*expr.Template{p.Say, p.Sound} {
		if t != nil {
			if _, literal := t.Literal(); !literal {
				return false
			}
		}
	}
	return p.File == nil && p.Given == nil
}

func (e *emitter) parts(parts []ir.Part) string {
	if len(parts) == 1 && spokenOnly(parts[0]) {
		return e.said(parts[0])
	}
	out := make([]string, len(parts))
	for i, p := range parts {
		out[i] = e.said(p)
	}
	return "[" + strings.Join(out, ", ") + "]"
}

// one writes a part as it is in the flow's own language.
func (e *emitter) one(p ir.Part) string {
	switch {
	case p.Say != nil:
		return e.template(p.Say)
	case p.Sound != nil:
		return "{ url: " + e.template(p.Sound) + " }"
	case p.File != nil:
		return "{ url: " + e.expr(p.File) + " }"
	case p.Given != nil:
		return e.expr(p.Given)
	}
	return fmt.Sprintf("{ silence: %d }", p.Silence)
}
