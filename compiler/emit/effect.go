package emit

import (
	"fmt"
	"strings"

	"github.com/ringflow/ringflow/compiler/ir"
)

// effect writes the body of a state: a call of the library, or the step itself
// when it takes no time.
func (e *emitter) effect(s *ir.State) {
	w := e.body
	switch f := s.Effect.(type) {
	case ir.Answer:
		e.call(s, "answer")
	case ir.Reject:
		w.write(fmt.Sprintf("%s(%d)", e.use("reject"), f.Code))
	case ir.HangUp:
		w.write(e.use("hangup") + "()")
	case *ir.Play:
		e.call(s, "play", e.parts(f.Parts))
	case *ir.Collect:
		e.collect(s, f)
	case *ir.Lookup:
		e.call(s, "lookup", "{ "+e.lookup(f)+" }")
	case *ir.Connect:
		e.call(s, "connect", e.connect(f))
	case *ir.Record:
		e.call(s, "record", fmt.Sprintf("{ stereo: %v }", f.Split))
	case *ir.Report:
		e.report(s, f)
	case *ir.Do:
		e.block(s, e.actions(f.Actions, "      "))
	case *ir.Branch:
		e.branch(s, f)
	case *ir.Run:
		e.run(s, f)
	case ir.Return:
		w.write(fmt.Sprintf("%s(\"done\", v.%s)", e.use("go"), f.Back))
	}
}

// call writes NAME(ARGS, edges, hooks, left), without what is empty at the end.
func (e *emitter) call(s *ir.State, name string, args ...string) {
	w := e.body
	w.write(e.use(name) + "(")
	for _, a := range args {
		w.write(a + ", ")
	}
	e.edges(s)
	e.hooks(s, name)
	w.write(")")
}

// edges writes { outcome: "state", ... }, with a place for each that the flow
// writes. An outcome that goes on as "done" does needs none: the library takes
// that one.
func (e *emitter) edges(s *ir.State) {
	var edges []ir.Edge
	for _, edge := range s.Edges {
		if edge.Outcome != "failed" || s.Edge("done") != edge.To {
			edges = append(edges, edge)
		}
	}
	before, between, after := "{ ", ", ", " }"
	if len(edges) > 1 {
		before, between, after = "{\n        ", ",\n        ", "\n      }"
	}
	w := e.body
	w.write(before)
	for i, edge := range edges {
		if i > 0 {
			w.write(between)
		}
		w.mark(place(edge, s))
		w.write(property(edge.Outcome) + ": " + quote(edge.To))
	}
	w.write(after)
	w.mark(s.At)
}

// takesHooks are the effects with hooks between their edges and what is done
// when the caller leaves.
var takesHooks = map[string]bool{"collect": true, "lookup": true, "connect": true}

func (e *emitter) hooks(s *ir.State, name string) {
	var hooks []ir.Hook
	for _, h := range s.Hooks {
		if h.Outcome != "entered" {
			hooks = append(hooks, h)
		}
	}
	w := e.body
	if takesHooks[name] && (len(hooks) > 0 || len(s.Left) > 0) {
		w.write(", {\n")
		for _, h := range hooks {
			w.write("        ")
			w.mark(h.At)
			w.write(property(h.Outcome) + ": " + e.function("", h.Do) + ",\n")
		}
		w.write("      }")
	}
	if len(s.Left) > 0 {
		w.write(", " + e.function("", s.Left))
	}
}

// function writes actions as a function.
func (e *emitter) function(param string, list []ir.Action) string {
	if len(list) == 0 {
		return "(" + param + ") => {}"
	}
	return "(" + param + ") => {\n" + e.actions(list, "        ") + "      }"
}

// block writes a state that acts and goes on.
func (e *emitter) block(s *ir.State, statements string) {
	e.body.write("{\n" + statements)
	e.body.write(fmt.Sprintf("      %s(\"done\", %s);\n    }", e.use("go"), quote(s.Edge("done"))))
}

func (e *emitter) branch(s *ir.State, f *ir.Branch) {
	w := e.body
	if len(f.Cases) == 0 {
		w.write(fmt.Sprintf("%s(\"otherwise\", %s)", e.use("go"), quote(s.Edge("otherwise"))))
		return
	}
	w.write("{\n")
	for i, c := range f.Cases {
		w.write("      ")
		if i > 0 {
			w.write("else ")
		}
		w.write("if (")
		w.mark(c.When.At)
		w.write(e.expr(c.When) + ") ")
		e.goTo(s, s.Edges[i])
	}
	w.write("      else ")
	e.goTo(s, s.Edges[len(s.Edges)-1])
	w.write("    }")
}

func (e *emitter) goTo(s *ir.State, edge ir.Edge) {
	e.body.mark(place(edge, s))
	e.body.write(fmt.Sprintf("%s(%s, %s);\n", e.use("go"), quote(edge.Outcome), quote(edge.To)))
}

func (e *emitter) run(s *ir.State, f *ir.Run) {
	w := e.body
	var args []ir.Action
	for _, a := range f.Args {
		args = append(args, a)
	}
	w.write("{\n" + e.actions(args, "      "))
	if f.Back != "" {
		w.write(fmt.Sprintf("      v.%s = %s;\n", f.Back, quote(s.Edge("done"))))
	}
	w.write(fmt.Sprintf("      %s(\"run\", %s);\n    }", e.use("go"), quote(f.Entry)))
}

func (e *emitter) report(s *ir.State, f *ir.Report) {
	details := "body"
	if f.Headers {
		details = "headers"
	}
	body := "() => ({})"
	if len(e.p.Result) > 0 {
		body = "() => ({ ...result })"
	}
	e.call(s, "report", fmt.Sprintf("{ url: %s, body: %s, key: %s, details: %s }", e.expr(f.URL), body, quote(f.Secret), quote(details)))
}

func (e *emitter) lookup(f *ir.Lookup) string {
	e.modules["ApplicationStorage"] = true
	key := make([]string, len(f.Key))
	for i, k := range f.Key {
		if k.Value != nil {
			key[i] = e.expr(k.Value)
		} else {
			key[i] = quote(k.Text)
		}
	}
	fields := make([]string, len(f.Fields))
	for i, field := range f.Fields {
		kind := field.Kind
		if field.Optional {
			kind += "?"
		}
		fields[i] = property(field.Name) + ": " + quote(kind)
	}
	return fmt.Sprintf("key: %s, fields: { %s }, bind: (entry) => { v.%s = entry; }", strings.Join(key, " + "), strings.Join(fields, ", "), f.Into)
}

func (e *emitter) connect(f *ir.Connect) string {
	var b strings.Builder
	fmt.Fprintf(&b, "{\n        to: %s, from: %s, role: %s, ringFor: %d, talkFor: %d,\n", e.expr(f.To), e.expr(f.From), quote(f.Leg), f.RingFor, f.TalkFor)
	if f.CallerHears != nil {
		fmt.Fprintf(&b, "        callerHears: %s,\n", e.expr(f.CallerHears))
	}
	if f.CalleeHears != nil {
		fmt.Fprintf(&b, "        calleeHears: () => %s,\n", e.parts(f.CalleeHears))
	}
	b.WriteString("      }")
	return b.String()
}

// parts writes what is heard.
func (e *emitter) parts(parts []ir.Part) string {
	out := make([]string, len(parts))
	for i, p := range parts {
		switch {
		case p.Say != nil:
			out[i] = "{ say: " + e.template(p.Say) + " }"
		case p.Sound != nil:
			out[i] = "{ url: " + e.template(p.Sound) + " }"
		case p.File != nil:
			out[i] = "{ url: " + e.expr(p.File) + " }"
		default:
			out[i] = fmt.Sprintf("{ silence: %d }", p.Silence)
		}
	}
	return "[" + strings.Join(out, ", ") + "]"
}
