package calltest

import (
	"slices"
	"strconv"
	"strings"

	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/shape"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/spec"

	"github.com/ringflow/ringflow/runtime-shim/phone"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
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
		s.Says, s.Spoken = r.says(e.Value)
	case "hangs_up":
		s.HangsUp, _ = r.Word(e.Value, f)
	case "dialled":
		s.Dialled = r.dialled(e.Value)
	case "joined":
		s.Joined = true
	case "sends":
		s.Sends = r.sends(e.Value)
	case "control":
		s.Control = r.control(e.Value)
	case "connects":
		s.Connects = r.connects(e.Value)
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

// event reads an event of the trace: `kind`, and fields as the trace has them.
func (r *reader) event(n *source.Node) *phone.Expect {
	x := &phone.Expect{With: map[string]string{}}
	var names []source.Text
	r.pairs(n, func(name, value source.Text) {
		if name.Value == "kind" {
			x.Kind = value.Value
			r.kind(value)
			return
		}
		if name.Value == "matches" {
			x.Matches = value.Value
			return
		}
		names = append(names, name)
		x.With[name.Value] = r.value(value).Value
	})
	known := append(voxengine.Kind(x.Kind).Fields(), "leg")
	for _, name := range names {
		if slices.Contains(voxengine.Kinds(), voxengine.Kind(x.Kind)) && !slices.Contains(known, name.Value) {
			r.Report.Add(diag.UnknownKey, name.All(), "events of the kind `%s` have no field `%s`", x.Kind, name.Value).Helped("%s", diag.DidYouMean(name.Value, known))
		}
	}
	return x
}

func (r *reader) kind(kind source.Text) {
	var known []string
	for _, k := range voxengine.Kinds() {
		known = append(known, string(k))
	}
	if !slices.Contains(known, kind.Value) {
		r.Report.Add(diag.BadValue, kind.All(), "no event is of the kind `%s`", kind.Value).Helped("%s", diag.DidYouMean(kind.Value, known))
	}
}
