package format

import (
	"slices"

	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/spec"
)

// form says whether a collection is written in brackets on one line or as a block.
type form int

const (
	asWritten form = iota // in brackets when it was and fits the line, else as a block
	line                  // in brackets when it fits the line, else as a block
	block                 // as a block
)

// layout is how a node is written. It follows from what the node is, never from
// how it was written, except for what the language does not know.
type layout struct {
	form   form
	scalar scalarStyle
	order  []string                 // of the keys; others keep their places behind these
	inside func(key string) layoutF // of the value of a key, or of an item ("")
}

// layoutF chooses the layout of a node; a nil function leaves it as it was written.
type layoutF func(n *source.Node) layout

func (f layoutF) of(n *source.Node) layout {
	if f == nil {
		return layout{}
	}
	return f(n)
}

// inner returns how a value or an item of the node is laid out.
func (l layout) inner(key string) layoutF {
	if l.inside == nil {
		return nil
	}
	return l.inside(key)
}

// always gives every node the same layout.
func always(l layout) layoutF { return func(*source.Node) layout { return l } }

// each is a layoutF for whatever stands inside.
func all(f layoutF) func(string) layoutF { return func(string) layoutF { return f } }

// texts are scalars, or mappings and lists of them.
func texts(f form) layoutF { return scalars(f, text) }

func scalars(f form, s scalarStyle) layoutF {
	return func(*source.Node) layout {
		return layout{form: f, scalar: s, inside: all(func(*source.Node) layout {
			return layout{form: line, scalar: s, inside: all(always(layout{form: line, scalar: s}))}
		})}
	}
}

// promptFile is the layout of a file of texts by language.
func promptFile(*source.Node) layout {
	return layout{form: block, order: []string{"ringflow"}, inside: func(key string) layoutF {
		if key == "ringflow" {
			return always(layout{scalar: bare})
		}
		return texts(block)
	}}
}

// flowFile is the layout of a flow.
func flowFile(*source.Node) layout { return topOf(spec.FlowFields()) }

// libraryFile is the layout of a library.
func libraryFile(*source.Node) layout { return topOf(spec.LibraryFields()) }

func topOf(fields []spec.Field) layout {
	return layout{form: block, order: spec.FieldNames(fields), inside: func(key string) layoutF {
		switch key {
		case "ringflow":
			return always(layout{scalar: bare})
		case "main", "finally":
			return topSteps
		case "blocks":
			return always(layout{form: block, inside: all(blockBody)})
		case "stores":
			return always(layout{form: block, inside: all(store)})
		case "calendars":
			return always(layout{form: block, inside: all(calendar)})
		case "prompts":
			return texts(block)
		case "types":
			return texts(line)
		}
		if slices.Contains(spec.FieldNames(fields), key) {
			return texts(line)
		}
		return nil
	}}
}

func store(*source.Node) layout {
	return layout{form: line, order: spec.FieldNames(spec.StoreFields()), inside: all(texts(line))}
}

func calendar(*source.Node) layout {
	return layout{form: line, order: spec.FieldNames(spec.CalendarFields()), inside: all(texts(line))}
}

func blockBody(n *source.Node) layout {
	if n.Kind != source.Map || n.Get("do") == nil && n.Get("needs") == nil {
		return topSteps(n)
	}
	return layout{form: block, order: spec.FieldNames(spec.BlockFields()), inside: func(key string) layoutF {
		if key == "do" {
			return topSteps
		}
		return texts(line)
	}}
}

// topSteps are steps to be read from the top: one below the other.
func topSteps(n *source.Node) layout {
	l := steps(n)
	if n.Kind == source.List {
		l.form = block
	}
	return l
}

// steps are one step or several.
func steps(n *source.Node) layout {
	if n.Kind == source.Map {
		return step(n)
	}
	return layout{form: line, scalar: text, inside: all(steps)}
}

// step is a mapping with a verb. One that has steps inside is a block.
func step(n *source.Node) layout {
	verb := verbOf(n)
	if verb == nil {
		return layout{}
	}
	l := layout{form: line, order: append([]string{verb.Name, "id"}, append(spec.FieldNames(verb.Fields), "on")...)}
	for _, f := range append(slices.Clone(verb.Fields), verb.Head) {
		if f.Kind == spec.Steps || f.Kind == spec.Cases {
			l.form = block
		}
	}
	if n.Get("on") != nil {
		l.form = block
	}
	l.inside = func(key string) layoutF {
		switch key {
		case verb.Name:
			return valueOf(verb.Head)
		case "on":
			return handlers
		case "id":
			return texts(line)
		}
		if f, ok := verb.Field(key); ok {
			return valueOf(f)
		}
		return nil
	}
	return l
}

func verbOf(n *source.Node) *spec.Verb {
	for _, e := range n.Entries {
		if v := spec.VerbNamed(e.Key.Text.Value); v != nil {
			return v
		}
	}
	return nil
}

// handlers are outcomes with steps: one a line, unless there is one alone, or
// two with one step each.
func handlers(n *source.Node) layout {
	l := layout{form: block, inside: all(steps)}
	several := slices.ContainsFunc(n.Entries, func(e source.Entry) bool { return e.Value.Kind == source.List })
	if len(n.Entries) == 1 || len(n.Entries) == 2 && !several {
		l.form = line
	}
	return l
}

func oneCase(*source.Node) layout {
	return layout{form: block, order: spec.FieldNames(spec.CaseFields()), inside: func(key string) layoutF {
		if key == "when" {
			return always(layout{scalar: bare})
		}
		return steps
	}}
}

// valueOf is the layout of a field's value.
func valueOf(f spec.Field) layoutF {
	switch f.Kind {
	case spec.Expr, spec.Duration, spec.Count, spec.Flag:
		return always(layout{scalar: bare})
	case spec.Args:
		return scalars(line, bare)
	case spec.Prompt:
		return heard
	case spec.Targets:
		return targets(f)
	case spec.Cases:
		return always(layout{form: block, inside: all(oneCase)})
	case spec.Steps:
		return steps
	case spec.Group:
		return always(layout{form: line, order: spec.FieldNames(f.Fields), inside: func(key string) layoutF {
			for _, inner := range f.Fields {
				if inner.Name == key {
					return valueOf(inner)
				}
			}
			return nil
		}})
	}
	return texts(line)
}

// heard is a prompt by name, with values, or another form of what is heard.
func heard(*source.Node) layout {
	return layout{form: line, scalar: text, inside: func(key string) layoutF {
		switch key {
		case "":
			return heard
		case "text":
			return texts(line)
		}
		return scalars(line, bare) // the values of holes, an address, a silence
	}}
}
