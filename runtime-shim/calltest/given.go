package calltest

import (
	"encoding/json"
	"slices"
	"strconv"
	"time"

	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/shape"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/spec"
	"github.com/ringflow/ringflow/flow/types"

	"github.com/ringflow/ringflow/runtime-shim/phone"
)

func (r *reader) givenField(c *Case, f spec.Field, e source.Entry) {
	switch f.Name {
	case "storage":
		r.pairs(e.Value, func(key, value source.Text) { c.Story.Given.Storage[key.Value] = value.Value })
	case "clock":
		text, _ := r.Text(e.Value, "a time")
		at, err := time.Parse(time.RFC3339, text.Value)
		if err != nil {
			r.Report.Add(diag.BadValue, e.Value.Span, "`%s` is not a time", text.Value).Helped("write 2026-01-31T12:00:00Z")
			return
		}
		c.Start = at.UnixMilli()
	case "answers":
		r.list(e.Value, func(n *source.Node) { c.Story.Given.Answers = append(c.Story.Given.Answers, r.answer(n)) })
		r.privateReplies(c)
	case "faults":
		r.list(e.Value, func(n *source.Node) { c.Story.Given.Faults = append(c.Story.Given.Faults, r.fault(n)) })
	case "peers":
		r.list(e.Value, func(n *source.Node) { c.Story.Given.Peers = append(c.Story.Given.Peers, r.peer(n)) })
	case "queues":
		r.list(e.Value, func(n *source.Node) { c.Story.Given.Queues = append(c.Story.Given.Queues, r.queue(n)) })
	case "agents":
		r.list(e.Value, func(n *source.Node) { c.Story.Given.Agents = append(c.Story.Given.Agents, r.agent(n)) })
	case "lengths":
		c.Story.Given.Lengths = map[string]phone.Duration{}
		if r.Want(e.Value, source.Map, "a mapping of texts to durations") {
			for _, l := range e.Value.Entries {
				ms, _ := r.Duration(l.Value, l.Key.Text.Value)
				c.Story.Given.Lengths[r.literal(l.Key.Text.Value)] = phone.Duration(ms)
			}
		}
	}
}

// literal returns the text of a prompt without holes, or the name as it is.
func (r *reader) literal(name string) string {
	if p := r.suite.Subject.Program; p != nil && p.Prompts[name] != nil && p.Prompts[name].Text != nil {
		if text, ok := p.Prompts[name].Text.Literal(); ok {
			return text
		}
	}
	return name
}

// list walks a list of mappings.
func (r *reader) list(n *source.Node, visit func(*source.Node)) {
	if !r.Want(n, source.List, "a list") {
		return
	}
	for _, item := range n.Items {
		if r.Want(item, source.Map, "a mapping") {
			visit(item)
		}
	}
}

// answerFields and faultFields are the fields of one answer and one fault.
func answerFields() []spec.Field {
	return []spec.Field{{Name: "url"}, {Name: "method"}, {Name: "code", Required: true, Kind: spec.Count, Doc: "The status."}, {Name: "headers"}, {Name: "body"}, {Name: "latency"}, {Name: "times"}}
}

func faultFields() []spec.Field {
	return []spec.Field{{Name: "on", Required: true, Kind: spec.Word, Words: phone.FaultSubjects(), Doc: "What fails."},
		{Name: "match"}, {Name: "from"}, {Name: "times"}, {Name: "error"}, {Name: "code"}, {Name: "slow"}}
}

func (r *reader) answer(n *source.Node) phone.Answer {
	var a phone.Answer
	r.Entries(n, answerFields(), "an answer", n.Span.From0(), func(f spec.Field, e source.Entry) {
		switch {
		case f.Name == "headers":
			a.Headers = r.headers(e.Value)
			return
		case f.Name == "body" && (e.Value.Kind == source.Map || e.Value.Kind == source.List):
			a.Body = r.jsonBody(e.Value)
			return
		}
		text, _ := r.Text(e.Value, "a text")
		switch f.Name {
		case "url":
			a.URL = r.value(text).Value
		case "method":
			a.Method = text.Value
		case "body":
			a.Body = text.Value
		case "code":
			a.Code = r.number(e.Value, "code")
		case "times":
			a.Times, _ = r.Count(e.Value, "times", "1")
		case "latency":
			ms, _ := r.Duration(e.Value, "latency")
			a.Latency = phone.Duration(ms)
		}
	})
	return a
}

func (r *reader) fault(n *source.Node) phone.Fault {
	var x phone.Fault
	r.Entries(n, faultFields(), "a fault", n.Span.From0(), func(f spec.Field, e source.Entry) {
		text, _ := r.Text(e.Value, "a text")
		switch f.Name {
		case "on":
			x.On, _ = r.Word(e.Value, f)
		case "match":
			x.Match = r.literal(r.value(text).Value)
		case "from":
			x.From, _ = r.Count(e.Value, "from", "1")
		case "times":
			x.Times, _ = r.Count(e.Value, "times", "1")
		case "error":
			x.Error = text.Value
		case "code":
			x.Code = r.number(e.Value, "code")
		case "slow":
			ms, _ := r.Duration(e.Value, "slow")
			x.Slow = phone.Duration(ms)
		}
	})
	return x
}

// given reads the world before the call: names of stores stand beside the
// fields of every test.
func (r *reader) given(c *Case, n *source.Node) {
	if !r.Want(n, source.Map, "a mapping") {
		return
	}
	c.Story.Given.Storage = map[string]string{}
	stores := r.storeNames()
	for _, e := range n.Entries {
		name := e.Key.Text.Value
		field, known := shape.FieldNamed(GivenFields(), name)
		switch {
		case known:
			r.givenField(c, field, e)
		case slices.Contains(stores, name):
			r.entries(c, name, e.Value)
		default:
			r.Report.Add(diag.UnknownKey, e.Key.Span, "`given` has no field `%s`", name).
				Helped("%s", diag.DidYouMean(name, append(spec.FieldNames(GivenFields()), stores...)))
		}
	}
}

func (r *reader) storeNames() []string {
	if r.suite.Subject.Program == nil {
		return nil
	}
	var out []string
	for _, s := range r.suite.Subject.Program.Flow.Stores {
		out = append(out, s.Name)
	}
	return out
}

// entries reads entries of a store: a mapping of fields, or raw text.
func (r *reader) entries(c *Case, name string, n *source.Node) {
	if !r.Want(n, source.Map, "a mapping of keys to entries") {
		return
	}
	store := r.suite.Subject.Program.Stores[name]
	for _, e := range n.Entries {
		key := store.Prefix + e.Key.Text.Value + store.Suffix
		if e.Value.Kind == source.Scalar {
			c.Story.Given.Storage[key] = e.Value.Text.Value
			continue
		}
		if !r.Want(e.Value, source.Map, "the fields of the entry, or its raw text,") {
			continue
		}
		entry := map[string]any{}
		for _, f := range e.Value.Entries {
			t, declared := store.Type.Field(f.Key.Text.Value)
			entry[f.Key.Text.Value] = entryValue(f.Value, t)
			if declared && t.Private() {
				c.privateIn(f.Value)
			}
		}
		raw, err := json.Marshal(entry)
		if err != nil {
			r.Report.Add(diag.BadValue, e.Value.Span, "the entry cannot be written as JSON: %v", err)
		}
		c.Story.Given.Storage[key] = string(raw)
	}
}

func (c *Case) privateIn(n *source.Node) {
	if n.Kind == source.Scalar {
		c.private(n.Text.Value)
	}
	for _, item := range n.Items {
		c.privateIn(item)
	}
}

// entryValue reads a scalar as JSON would have it. A declared field is what its
// store says, with yes and no for a truth value as everywhere in our files; an
// undeclared one is a number or a truth value when it looks like one, else text.
// A scalar that is not what the store says stays text: a malformed entry is
// something that a test may want.
func entryValue(n *source.Node, t types.Type) any {
	switch n.Kind {
	case source.List:
		item := types.Type{}
		if t.Elem != nil {
			item = *t.Elem
		}
		list := []any{}
		for _, n := range n.Items {
			list = append(list, entryValue(n, item))
		}
		return list
	case source.Null:
		return nil
	}
	s := n.Text.Value
	declared := t.Kind != types.Bad
	if !declared || t.Kind == types.Number {
		if f, err := strconv.ParseFloat(s, 64); err == nil {
			return f
		}
	}
	if !declared || t.Kind == types.Bool {
		switch {
		case s == "true", declared && s == "yes":
			return true
		case s == "false", declared && s == "no":
			return false
		}
	}
	return s
}
