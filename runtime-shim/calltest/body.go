package calltest

import (
	"encoding/json"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/types"
)

// jsonBody reads the body of an answer that is written in YAML, as JSON.
func (r *reader) jsonBody(n *source.Node) string {
	raw, err := json.Marshal(jsonValue(n))
	if err != nil {
		r.Report.Add(diag.BadValue, n.Span, "the body cannot be written as JSON: %v", err)
	}
	return string(raw)
}

// jsonNumber is a number as JSON writes it: 007 and 1_000 are texts.
var jsonNumber = regexp.MustCompile(`^-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,10})?$`)

// jsonValue is a scalar that looks like a number, true, false or null as such,
// quoted or not; a text that looks so is written in a body that is JSON itself.
func jsonValue(n *source.Node) any {
	switch n.Kind {
	case source.List:
		list := []any{}
		for _, item := range n.Items {
			list = append(list, jsonValue(item))
		}
		return list
	case source.Map:
		fields := map[string]any{}
		for _, e := range n.Entries {
			fields[e.Key.Text.Value] = jsonValue(e.Value)
		}
		return fields
	case source.Null:
		return nil
	}
	switch s := n.Text.Value; {
	case s == "true", s == "false":
		return s == "true"
	case jsonNumber.MatchString(s):
		return json.RawMessage(s)
	default:
		return s
	}
}

// privateReplies notes the numbers in the case's answers that the flow declares as
// private: they must reach nobody but the carrier either.
func (r *reader) privateReplies(c *Case) {
	private := map[string]bool{}
	if p := r.suite.Subject.Program; p != nil {
		for step, bound := range p.Bound {
			if step.Verb.Name == "http" && len(bound) > 0 {
				privateFields(bound[0].Type, private)
			}
		}
	}
	for _, a := range c.Story.Given.Answers {
		var body any
		read := json.NewDecoder(strings.NewReader(a.Body))
		read.UseNumber() // a phone may be one
		if read.Decode(&body) == nil {
			c.privateValues(body, private, false)
		}
	}
}

// privateFields collects the names of private fields in a type, at any depth.
func privateFields(t types.Type, into map[string]bool) {
	for _, f := range t.Fields {
		into[f.Name] = into[f.Name] || f.Type.Private()
		privateFields(f.Type, into)
	}
	if t.Elem != nil {
		privateFields(*t.Elem, into)
	}
}

func (c *Case) privateValues(v any, private map[string]bool, inside bool) {
	switch v := v.(type) {
	case string:
		if inside {
			c.private(v)
		}
	case json.Number:
		if inside {
			c.private(v.String())
		}
	case []any:
		for _, item := range v {
			c.privateValues(item, private, inside)
		}
	case map[string]any:
		for _, name := range slices.Sorted(maps.Keys(v)) {
			c.privateValues(v[name], private, inside || private[name])
		}
	}
}
