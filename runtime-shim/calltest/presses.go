package calltest

import (
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/spec"

	"github.com/ringflow/ringflow/runtime-shim/phone"
)

func pressesFields() []spec.Field {
	return []spec.Field{{Name: "keys", Required: true, Kind: spec.Keys}, {Name: "after", Kind: spec.Duration}}
}

// presses reads what a called side presses: keys, or `keys` and `after`.
func (r *reader) presses(n *source.Node) *phone.Presses {
	x := &phone.Presses{}
	if n.Kind == source.Scalar {
		x.Keys = n.Text.Value
		return x
	}
	if r.Want(n, source.Map, "keys, or a mapping with `keys` and `after`") {
		r.Entries(n, pressesFields(), "`presses`", n.Span.From0(), func(f spec.Field, e source.Entry) {
			if f.Name == "after" {
				x.After = *r.duration(e)
				return
			}
			text, _ := r.Text(e.Value, "keys")
			x.Keys = text.Value
		})
	}
	return x
}
