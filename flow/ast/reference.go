package ast

import (
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/spec"
)

// declared are the kinds of names (spec.Field.Of) that a file declares and a library can.
var declared = map[string]bool{"block": true, "store": true, "calendar": true}

// References visits every place where a step names a block, a store, a calendar or a prompt.
func References(f *Flow, visit func(of string, name *string, at source.Span)) {
	for _, b := range f.All() {
		Walk(b.Steps, func(s *Step) {
			if s.Head != nil {
				references(s.Head, s.Verb.Head, visit)
			}
			for _, field := range s.Fields {
				if known, ok := s.Verb.Field(field.Name); ok {
					references(field.Value, known, visit)
				}
			}
		})
	}
}

func references(v *Value, field spec.Field, visit func(of string, name *string, at source.Span)) {
	if field.Kind == spec.Name && declared[field.Of] {
		visit(field.Of, &v.Text.Value, v.At)
	}
	for _, h := range v.Prompts {
		if h.Prompt.Name != "" {
			visit("prompt", &h.Prompt.Name, h.Prompt.At)
		}
	}
	for _, inner := range v.Fields {
		for _, known := range field.Fields {
			if known.Name == inner.Name {
				references(inner.Value, known, visit)
			}
		}
	}
}
