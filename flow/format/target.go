package format

import (
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/spec"
)

// targets is who is called: a number, a mapping, or a list of those.
func targets(f spec.Field) layoutF {
	group := valueOf(spec.Field{Kind: spec.Group, Fields: f.Fields})
	return func(n *source.Node) layout {
		if n.Kind == source.List {
			return layout{form: line, inside: all(targets(f))}
		}
		l := group(n)
		l.scalar = bare
		return l
	}
}
