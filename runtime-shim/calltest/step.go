package calltest

import (
	"path"
	"regexp"
	"strconv"
	"strings"

	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/expr"
	"github.com/ringflow/ringflow/flow/shape"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/spec"

	"github.com/ringflow/ringflow/runtime-shim/phone"
)

// script reads the steps of a case.
func (r *reader) script(c *Case, n *source.Node) {
	if !r.Want(n, source.List, "a list of steps") {
		return
	}
	for _, item := range n.Items {
		var s phone.Step
		switch {
		case item.Is("joined"):
			s.Joined = true
		case r.Want(item, source.Map, "a step"):
			r.Entries(item, StepFields(), "a step", shape.HeadOf(item), func(f spec.Field, e source.Entry) { r.stepField(&s, f, e) })
		default:
			continue
		}
		c.Story.Steps = append(c.Story.Steps, s)
		c.Places = append(c.Places, shape.HeadOf(item))
	}
}

func (r *reader) stepField(s *phone.Step, f spec.Field, e source.Entry) {
	switch f.Name {
	case "after":
		s.After = r.duration(e)
	case "talk":
		s.Talk = r.duration(e)
	case "hears":
		s.Hears = r.hears(e.Value)
	case "press":
		s.Press = r.press(e.Value)
	case "says":
		text, _ := r.Text(e.Value, "what is said")
		s.Says = text.Value
	case "hangs_up":
		s.HangsUp, _ = r.Word(e.Value, f)
	case "dialled":
		s.Dialled = r.dialled(e.Value)
	case "joined":
		s.Joined = true
	case "expect":
		s.Expect = r.event(e.Value)
	}
}

func (r *reader) duration(e source.Entry) *phone.Duration {
	ms, _ := r.Duration(e.Value, e.Key.Text.Value)
	d := phone.Duration(ms)
	return &d
}

// number reads a whole number that may be negative.
func (r *reader) number(n *source.Node, field string) int {
	text, ok := r.Text(n, "a whole number")
	x, err := strconv.Atoi(text.Value)
	if ok && err != nil {
		r.Report.Add(diag.BadValue, n.Span, "`%s` is not a whole number", text.Value).Helped("`%s:` takes a number such as 503 or -4", field)
	}
	return x
}

// value returns a text, or the setting that it names as `config.NAME`.
func (r *reader) value(text source.Text) source.Text {
	name, ok := strings.CutPrefix(text.Value, "config.")
	if !ok {
		return text
	}
	value, known := r.suite.Values[name]
	if !known {
		r.Report.Add(diag.UnknownName, text.All(), "there is no setting `%s`", name).Helped("%s", diag.DidYouMean(name, keys(r.suite.Values)))
	}
	text.Value = value
	return text
}

// pressFields and hearsFields are the long forms of two steps.
func pressFields() []spec.Field {
	return []spec.Field{{Name: "keys", Required: true, Kind: spec.Keys, Doc: "The keys."}, {Name: "gap", Kind: spec.Duration}}
}

func hearsFields() []spec.Field {
	return []spec.Field{{Name: "prompt"}, {Name: "text"}, {Name: "matches"}, {Name: "file"}, {Name: "any"}, {Name: "for"}, {Name: "loop"}}
}

func (r *reader) press(n *source.Node) *phone.Press {
	p := &phone.Press{}
	if n.Kind == source.Scalar {
		p.Keys = n.Text.Value
		return p
	}
	if r.Want(n, source.Map, "keys") {
		r.Entries(n, pressFields(), "`press`", n.Span.From0(), func(f spec.Field, e source.Entry) {
			if f.Name == "gap" {
				p.Gap = r.duration(e)
				return
			}
			text, _ := r.Text(e.Value, "keys")
			p.Keys = text.Value
		})
	}
	return p
}

// hears reads what is heard: the name of a prompt, or a mapping.
func (r *reader) hears(n *source.Node) *phone.Hears {
	h := &phone.Hears{}
	if n.Kind == source.Scalar {
		r.prompt(h, n)
		return h
	}
	if !r.Want(n, source.Map, "the name of a prompt") {
		return h
	}
	r.Entries(n, hearsFields(), "`hears`", n.Span.From0(), func(f spec.Field, e source.Entry) {
		switch f.Name {
		case "prompt":
			r.prompt(h, e.Value)
		case "for":
			h.For = r.duration(e)
		case "loop":
			h.Loop, _ = r.Flag(e.Value, "loop")
		case "any":
			h.Any, _ = r.Flag(e.Value, "any")
		default:
			r.sound(h, f.Name, e.Value)
		}
	})
	return h
}

func (r *reader) sound(h *phone.Hears, form string, n *source.Node) {
	text, ok := r.Text(n, "a text")
	if !ok {
		return
	}
	switch form {
	case "text":
		h.Text = text.Value
	case "file":
		h.URL = r.value(text).Value
	case "matches":
		if _, err := regexp.Compile(text.Value); err != nil {
			r.Report.Add(diag.BadValue, n.Span, "this is not a regular expression: %v", err)
			return
		}
		h.Matches = text.Value
	}
}

// prompt resolves the name of a prompt to what can be heard of it: its text, a
// pattern for a text with holes, or the address of its sound.
func (r *reader) prompt(h *phone.Hears, n *source.Node) {
	text, ok := r.Text(n, "the name of a prompt")
	if !ok {
		return
	}
	h.Name = text.Value
	if r.suite.Subject.Program == nil {
		r.Report.Add(diag.UnknownPrompt, n.Span, "hand-written scripts have no prompts").Helped("write {text: ...} or {matches: ...}")
		return
	}
	p := r.suite.Subject.Program.Prompts[text.Value]
	switch {
	case p == nil:
		r.Report.Add(diag.UnknownPrompt, n.Span, "the flow has no prompt `%s`", text.Value).Helped("%s", diag.DidYouMean(text.Value, r.promptNames()))
	case p.File != nil:
		h.URL, _ = p.File.Literal()
	default:
		matcher(h, p.Text)
	}
}

func matcher(h *phone.Hears, t *expr.Template) {
	if literal, ok := t.Literal(); ok {
		h.Text = literal
		return
	}
	var b strings.Builder
	b.WriteString("^")
	for _, part := range t.Parts {
		if part.Hole != nil {
			b.WriteString(".*")
		} else {
			b.WriteString(regexp.QuoteMeta(part.Text))
		}
	}
	h.Matches = b.String() + "$"
}

func (r *reader) promptNames() []string {
	var out []string
	for name := range r.suite.Subject.Program.Prompts {
		out = append(out, name)
	}
	return out
}

// dialledFields are the fields of `dialled`.
func dialledFields() []spec.Field {
	return []spec.Field{{Name: "to"}, {Name: "shows"}, {Name: "display"}, {Name: "answers"}, {Name: "busy"}, {Name: "rejects"}, {Name: "fails"}, {Name: "no_answer"}, {Name: "hangs_up"}, {Name: "hears"}}
}

func (r *reader) dialled(n *source.Node) *phone.Dialled {
	d := &phone.Dialled{}
	if !r.Want(n, source.Map, "a mapping with `to` and how the called side behaves") {
		return d
	}
	r.Entries(n, dialledFields(), "`dialled`", n.Span.From0(), func(f spec.Field, e source.Entry) {
		switch f.Name {
		case "to", "shows", "display":
			text, _ := r.Text(e.Value, "a text")
			*map[string]*string{"to": &d.To, "shows": &d.Shows, "display": &d.Display}[f.Name] = r.value(text).Value
		case "answers", "busy", "rejects", "hangs_up":
			*map[string]**phone.Duration{"answers": &d.Answers, "busy": &d.Busy, "rejects": &d.Rejects, "hangs_up": &d.HangsUp}[f.Name] = r.duration(e)
		case "no_answer":
			d.NoAnswer, _ = r.Flag(e.Value, "no_answer")
		case "fails":
			d.Fails = r.fails(e.Value)
		case "hears":
			items := []*source.Node{e.Value}
			if e.Value.Kind == source.List {
				items = e.Value.Items
			}
			for _, item := range items {
				d.Hears = append(d.Hears, *r.hears(item))
			}
		}
	})
	return d
}

func (r *reader) fails(n *source.Node) *phone.Fails {
	x := &phone.Fails{}
	if n.Kind == source.Scalar {
		x.Code = r.number(n, "fails")
		return x
	}
	if r.Want(n, source.Map, "a code") {
		r.Entries(n, []spec.Field{{Name: "code", Required: true, Kind: spec.Count}, {Name: "reason"}, {Name: "after"}}, "`fails`", n.Span.From0(), func(f spec.Field, e source.Entry) {
			switch f.Name {
			case "code":
				x.Code = r.number(e.Value, "code")
			case "after":
				x.After = *r.duration(e)
			default:
				text, _ := r.Text(e.Value, "a text")
				x.Reason = text.Value
			}
		})
	}
	return x
}

// event reads an event of the trace: `kind`, and fields as the trace has them.
func (r *reader) event(n *source.Node) *phone.Expect {
	x := &phone.Expect{With: map[string]string{}}
	r.pairs(n, func(name, value source.Text) {
		if name.Value == "kind" {
			x.Kind = value.Value
			return
		}
		x.With[name.Value] = r.value(value).Value
	})
	return x
}

func (r *reader) expect(c *Case, n *source.Node) {
	if !r.Want(n, source.Map, "a mapping with `report`") {
		return
	}
	c.Expect.At = n.Span
	r.Entries(n, ExpectFields(), "`expect`", n.Span.From0(), func(f spec.Field, e source.Entry) {
		switch f.Name {
		case "report":
			r.expectReport(c, e.Value)
		case "ended_by":
			c.Expect.EndedBy, _ = r.Word(e.Value, f)
		case "requests":
			if count, ok := r.Count(e.Value, "requests", "1"); ok {
				c.Expect.Requests = &count
			}
		case "golden":
			text, _ := r.Text(e.Value, "a file")
			c.Expect.Golden = path.Join(r.dir, text.Value)
		}
	})
}

func (r *reader) expectReport(c *Case, n *source.Node) {
	if n.Is("none") {
		c.Expect.NoReport = true
		return
	}
	c.Expect.Report = map[string]string{}
	r.pairs(n, func(name, value source.Text) {
		if p := r.suite.Subject.Program; p != nil && !contains(p.Result, name.Value) {
			r.Report.Add(diag.UnknownName, name.All(), "the call result has no field `%s`", name.Value).Helped("%s", diag.DidYouMean(name.Value, p.Result))
		}
		c.Expect.Report[name.Value] = value.Value
	})
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}
