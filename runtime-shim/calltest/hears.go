package calltest

import (
	"regexp"

	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/spec"

	"github.com/ringflow/ringflow/runtime-shim/phone"
)

// pressFields and hearsFields are the long forms of two steps.
func pressFields() []spec.Field {
	return []spec.Field{{Name: "keys", Required: true, Kind: spec.Keys, Doc: "The keys."}, {Name: "gap", Kind: spec.Duration}, {Name: "by", Kind: spec.Word, Words: []string{phone.Callee}, Doc: "Who presses."}}
}

func hearsFields() []spec.Field {
	return []spec.Field{{Name: "prompt"}, {Name: "text"}, {Name: "matches"}, {Name: "file"}, {Name: "any"}, {Name: "for"}, {Name: "loop"}, {Name: "language"}}
}

func (r *reader) press(n *source.Node) *phone.Press {
	p := &phone.Press{}
	if n.Kind == source.Scalar {
		p.Keys = n.Text.Value
		return p
	}
	if r.Want(n, source.Map, "keys") {
		r.Entries(n, pressFields(), "`press`", n.Span.From0(), func(f spec.Field, e source.Entry) {
			switch f.Name {
			case "gap":
				p.Gap = r.duration(e)
			case "by":
				p.By, _ = r.Word(e.Value, f)
			default:
				text, _ := r.Text(e.Value, "keys")
				p.Keys = text.Value
			}
		})
	}
	return p
}

// hears reads what is heard: the name of a prompt, or a mapping.
func (r *reader) hears(n *source.Node) *phone.Hears {
	h := &phone.Hears{}
	if n.Kind == source.Scalar {
		r.prompt(h, n, nil)
		return h
	}
	if !r.Want(n, source.Map, "the name of a prompt") {
		return h
	}
	r.Entries(n, hearsFields(), "`hears`", n.Span.From0(), func(f spec.Field, e source.Entry) {
		switch f.Name {
		case "prompt":
			r.prompt(h, e.Value, n.Get("language"))
		case "language":
			if n.Get("prompt") == nil {
				r.Report.Add(diag.WrongShape, e.Key.Span, "`language` is about a prompt, and there is none").Helped("write {prompt: NAME, language: %s}", e.Value.Text.Value)
			}
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
// pattern for a text with holes or in several languages, or the address of its sound.
func (r *reader) prompt(h *phone.Hears, n, language *source.Node) {
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
	if p == nil {
		r.Report.Add(diag.UnknownPrompt, n.Span, "the flow has no prompt `%s`", text.Value).Helped("%s", diag.DidYouMean(text.Value, r.promptNames()))
		return
	}
	r.heardOf(h, r.inLanguages(p, language), n)
}

func (r *reader) promptNames() []string {
	var out []string
	for name := range r.suite.Subject.Program.Prompts {
		out = append(out, name)
	}
	return out
}
