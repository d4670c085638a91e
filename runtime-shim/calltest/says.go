package calltest

import (
	"strconv"

	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/spec"

	"github.com/ringflow/ringflow/runtime-shim/phone"
)

// saysFields and machineFields are what people and answering machines say.
func saysFields() []spec.Field {
	return []spec.Field{{Name: "text", Required: true, Kind: spec.Text, Doc: "What is said."}, {Name: "by", Kind: spec.Word, Words: []string{phone.Callee}, Doc: "Who speaks."},
		{Name: "for"}, {Name: "heard"}, {Name: "confidence"}}
}

func machineFields() []spec.Field {
	return []spec.Field{{Name: "greeting", Required: true, Kind: spec.Text, Doc: "What it says."}, {Name: "for"}, {Name: "beep"}, {Name: "hz"}}
}

// says reads what somebody says: the text, or a mapping.
func (r *reader) says(n *source.Node) (string, *phone.Spoken) {
	if n.Kind != source.Map {
		text, _ := r.Text(n, "what is said")
		return text.Value, nil
	}
	said, how := "", &phone.Spoken{}
	r.Entries(n, saysFields(), "`says`", n.Span.From0(), func(f spec.Field, e source.Entry) {
		switch f.Name {
		case "by":
			how.By, _ = r.Word(e.Value, f)
		case "for":
			how.For = r.duration(e)
		case "confidence":
			how.Confidence = r.confidence(e.Value)
		case "heard":
			text, _ := r.Text(e.Value, "what is recognised")
			how.Heard = &text.Value
		default:
			text, _ := r.Text(e.Value, "what is said")
			said = text.Value
		}
	})
	return said, how
}

func (r *reader) confidence(n *source.Node) *float64 {
	text, ok := r.Text(n, "a number from 0 to 1")
	x, err := strconv.ParseFloat(text.Value, 64)
	if ok && (err != nil || !(x >= 0 && x <= 1)) {
		r.Report.Add(diag.BadValue, n.Span, "`%s` is not a number from 0 to 1", text.Value).Helped("1 is certain, 0.4 is a guess")
	}
	return &x
}

func (r *reader) machine(n *source.Node) *phone.Machine {
	m := &phone.Machine{}
	if !r.Want(n, source.Map, "a mapping with `greeting`") {
		return m
	}
	r.Entries(n, machineFields(), "`machine`", n.Span.From0(), func(f spec.Field, e source.Entry) {
		switch f.Name {
		case "hz":
			m.Hz, _ = r.Count(e.Value, "hz", "1000")
		case "for", "beep":
			*map[string]**phone.Duration{"for": &m.For, "beep": &m.Beep}[f.Name] = r.duration(e)
		default:
			text, _ := r.Text(e.Value, "what it says")
			m.Greeting = text.Value
		}
	})
	return m
}
