package calltest

import (
	"encoding/json"
	"regexp"

	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/source"
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
