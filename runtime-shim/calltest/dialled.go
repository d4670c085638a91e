package calltest

import (
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/spec"

	"github.com/ringflow/ringflow/runtime-shim/phone"
)

func (r *reader) dialled(n *source.Node) *phone.Dialled {
	d := &phone.Dialled{}
	if !r.Want(n, source.Map, "a mapping with `to` and how the called side behaves") {
		return d
	}
	r.Entries(n, DialledFields(), "`dialled`", n.Span.From0(), func(f spec.Field, e source.Entry) {
		switch f.Name {
		case "to", "shows", "display":
			text, _ := r.Text(e.Value, "a text")
			*map[string]*string{"to": &d.To, "shows": &d.Shows, "display": &d.Display}[f.Name] = r.value(text).Value
		case "answers", "busy", "rejects", "hangs_up", "early", "forwards":
			*map[string]**phone.Duration{"answers": &d.Answers, "busy": &d.Busy, "rejects": &d.Rejects, "hangs_up": &d.HangsUp, "early": &d.Early, "forwards": &d.Forwards}[f.Name] = r.duration(e)
		case "no_answer":
			d.NoAnswer, _ = r.Flag(e.Value, "no_answer")
		case "offline":
			d.Offline, _ = r.Flag(e.Value, "offline")
		case "says":
			text, _ := r.Text(e.Value, "what is said")
			d.Says = text.Value
		case "machine":
			d.Machine = r.machine(e.Value)
		case "headers":
			d.Headers = r.headers(e.Value)
		case "presses":
			d.Presses = r.presses(e.Value)
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
