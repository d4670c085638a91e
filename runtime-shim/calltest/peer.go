package calltest

import (
	"encoding/json"
	"regexp"
	"strings"

	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/spec"

	"github.com/ringflow/ringflow/runtime-shim/phone"
)

func (r *reader) peer(n *source.Node) phone.Peer {
	var p phone.Peer
	r.Entries(n, PeerFields(), "a peer", n.Span.From0(), func(f spec.Field, e source.Entry) {
		switch f.Name {
		case "to", "refuses":
			text, _ := r.Text(e.Value, "a text")
			*map[string]*string{"to": &p.To, "refuses": &p.Refuses}[f.Name] = r.value(text).Value
		case "accepts":
			p.Accepts = r.duration(e)
		case "does":
			p.Does = r.reactions(e.Value)
		}
	})
	return p
}

// connects reads somebody who opens a WebSocket to the session's address.
func (r *reader) connects(n *source.Node) *phone.Connects {
	x := &phone.Connects{}
	if !r.Want(n, source.Map, "a mapping with `does` and the like, `{}` for a silent one,") {
		return x
	}
	r.Entries(n, ConnectsFields(), "`connects`", n.Span.From0(), func(f spec.Field, e source.Entry) {
		switch f.Name {
		case "suffix":
			text, _ := r.Text(e.Value, "a path")
			x.Suffix = text.Value
		case "headers":
			x.Headers = r.headers(e.Value)
		case "refused":
			x.Refused, _ = r.Flag(e.Value, "refused")
		case "does":
			x.Does = r.reactions(e.Value)
		}
	})
	return x
}

func (r *reader) reactions(n *source.Node) []phone.Reaction {
	var out []phone.Reaction
	r.list(n, func(item *source.Node) { out = append(out, r.reaction(item)) })
	return out
}

func (r *reader) reaction(n *source.Node) phone.Reaction {
	var x phone.Reaction
	r.Entries(n, ReactionFields(), "a reaction", n.Span.From0(), func(f spec.Field, e source.Entry) {
		switch f.Name {
		case "opens", "voice":
			on, _ := r.Flag(e.Value, f.Name)
			*map[string]*bool{"opens": &x.Opens, "voice": &x.Voice}[f.Name] = on
		case "gets":
			x.Gets = r.gets(e.Value)
		case "hears":
			x.Hears = r.pattern(e.Value)
		case "times":
			x.Times, _ = r.Count(e.Value, "times", "1")
		case "acts":
			items := []*source.Node{e.Value}
			if e.Value.Kind == source.List {
				items = e.Value.Items
			}
			for _, item := range items {
				if r.Want(item, source.Map, "an act, or a list of acts,") {
					x.Acts = append(x.Acts, r.act(item))
				}
			}
		}
	})
	return x
}

// gets reads which message: a pattern, or `method` and `matches`.
func (r *reader) gets(n *source.Node) *phone.Gets {
	x := &phone.Gets{}
	if n.Kind == source.Scalar {
		x.Matches = r.pattern(n)
		return x
	}
	if r.Want(n, source.Map, "a pattern, or a mapping with `method` and `matches`") {
		r.Entries(n, []spec.Field{{Name: "method"}, {Name: "matches"}}, "`gets`", n.Span.From0(), func(f spec.Field, e source.Entry) {
			if f.Name == "matches" {
				x.Matches = r.pattern(e.Value)
				return
			}
			text, _ := r.Text(e.Value, "the name of a method")
			x.Method = text.Value
		})
	}
	return x
}

// pattern reads a regular expression.
func (r *reader) pattern(n *source.Node) string {
	text, ok := r.Text(n, "a regular expression")
	if _, err := regexp.Compile(text.Value); ok && err != nil {
		r.Report.Add(diag.BadValue, n.Span, "this is not a regular expression: %v", err)
		return ""
	}
	return text.Value
}

func (r *reader) act(n *source.Node) phone.Act {
	var a phone.Act
	r.Entries(n, ActFields(), "an act", n.Span.From0(), func(f spec.Field, e source.Entry) {
		switch f.Name {
		case "after":
			a.After = *r.duration(e)
		case "sends", "event":
			text, _ := r.Text(e.Value, "a text")
			*map[string]*string{"sends": &a.Sends, "event": &a.Event}[f.Name] = text.Value
		case "data":
			a.Data = r.json(e.Value)
		case "answers":
			a.Answers = r.json(e.Value)
		case "talks":
			a.Talks = r.talks(e.Value)
		case "closes":
			a.Closes = r.closes(e.Value)
		case "breaks":
			a.Breaks, _ = r.Flag(e.Value, "breaks")
		}
	})
	return a
}

// talks reads speech: its text, or a mapping.
func (r *reader) talks(n *source.Node) *phone.Talks {
	x := &phone.Talks{}
	if n.Kind == source.Scalar {
		x.Text = n.Text.Value
		return x
	}
	if !r.Want(n, source.Map, "what is said, or a mapping with `text`") {
		return x
	}
	r.Entries(n, TalksFields(), "`talks`", n.Span.From0(), func(f spec.Field, e source.Entry) {
		switch f.Name {
		case "for":
			x.For = r.duration(e)
		case "parameters":
			x.Parameters = r.headers(e.Value)
		case "at_once":
			x.AtOnce, _ = r.Flag(e.Value, "at_once")
		default:
			text, _ := r.Text(e.Value, "a text")
			*map[string]*string{"text": &x.Text, "tag": &x.Tag, "encoding": &x.Encoding}[f.Name] = text.Value
		}
	})
	return x
}

// closes reads the end of a connection: a code, or a mapping.
func (r *reader) closes(n *source.Node) *phone.Closes {
	x := &phone.Closes{}
	if n.Kind == source.Scalar {
		x.Code = r.number(n, "closes")
		return x
	}
	if r.Want(n, source.Map, "a code such as 1000, or a mapping with `code` and `reason`,") {
		r.Entries(n, []spec.Field{{Name: "code"}, {Name: "reason"}}, "`closes`", n.Span.From0(), func(f spec.Field, e source.Entry) {
			if f.Name == "code" {
				x.Code = r.number(e.Value, "code")
				return
			}
			text, _ := r.Text(e.Value, "a text")
			x.Reason = text.Value
		})
	}
	return x
}

// json reads what goes over a wire: JSON as text, or as mappings and lists, in
// which a scalar that looks like a number or a truth value is one.
func (r *reader) json(n *source.Node) json.RawMessage {
	if n.Kind != source.Scalar {
		return json.RawMessage(wire(n))
	}
	if !json.Valid([]byte(n.Text.Value)) {
		r.Report.Add(diag.BadValue, n.Span, "this is not JSON").Helped("write a mapping, or JSON in quotes: '{\"name\":\"find\"}'; a text is '\"so\"'")
		return nil
	}
	return json.RawMessage(n.Text.Value)
}

// wire writes a node as JSON, fields in their order.
func wire(n *source.Node) string {
	var parts []string
	switch n.Kind {
	case source.Map:
		for _, e := range n.Entries {
			parts = append(parts, quoted(e.Key.Text.Value)+":"+wire(e.Value))
		}
		return "{" + strings.Join(parts, ",") + "}"
	case source.List:
		for _, item := range n.Items {
			parts = append(parts, wire(item))
		}
		return "[" + strings.Join(parts, ",") + "]"
	}
	text := n.Text.Value
	switch {
	case n.Kind == source.Null:
		return "null"
	case json.Valid([]byte(text)) && !strings.HasPrefix(text, `"`) && !strings.HasPrefix(text, "{") && !strings.HasPrefix(text, "["):
		return text // a number, or a truth value
	}
	return quoted(text)
}
