package calltest

import (
	"encoding/json"
	"strconv"
	"strings"

	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/spec"

	"github.com/ringflow/ringflow/runtime-shim/facts"
)

func (r *reader) incoming(c *Case, n *source.Node) {
	if !r.Want(n, source.Map, "a mapping with `from`") {
		return
	}
	r.Entries(n, IncomingFields(), "`incoming`", n.Span.From0(), func(f spec.Field, e source.Entry) {
		if f.Name == "headers" {
			c.Story.Headers = r.headers(e.Value)
			return
		}
		text, _ := r.Text(e.Value, "a text")
		switch f.Name {
		case "from":
			c.Story.From = text.Value
			c.private(text.Value)
		case "to":
			c.Story.To = text.Value
		case "display":
			c.Story.Display = text.Value
		}
	})
}

// headers reads a mapping of names to texts, as headers are.
func (r *reader) headers(n *source.Node) map[string]string {
	out := map[string]string{}
	r.pairs(n, func(name, value source.Text) { out[name.Value] = r.value(value).Value })
	return out
}

// started lets the session begin without a call.
func (r *reader) started(c *Case, n *source.Node) {
	c.Story.To, c.Story.Outbound = "", r.startsByAPI()
	if !r.Want(n, source.Map, "a mapping, `{}` without custom data,") {
		return
	}
	r.Entries(n, StartedFields(), "`started`", n.Span.From0(), func(f spec.Field, e source.Entry) {
		if f.Name == "row" {
			c.Data, c.Story.Listed = r.row(e.Value), true
		} else {
			text, _ := r.Text(e.Value, "a text")
			c.Data = text.Value
		}
		if len(c.Data) > facts.CustomData {
			r.Report.Add(diag.BadValue, e.Value.Span, "the custom data has %d bytes, the platform takes %d", len(c.Data), facts.CustomData)
		}
	})
	if n.Get("row") != nil && n.Get("custom_data") != nil {
		r.Report.Add(diag.BadValue, n.Span, "the session has `custom_data` and a `row`").Helped("a row is the custom data of its session: keep one of them")
	}
}

// row writes the columns of a call list's row as the platform does: as JSON, in
// their order.
func (r *reader) row(n *source.Node) string {
	var columns []string
	r.pairs(n, func(name, value source.Text) {
		columns = append(columns, quoted(name.Value)+":"+quoted(value.Value))
	})
	return "{" + strings.Join(columns, ",") + "}"
}

// quoted writes a text as JSON, its characters left readable.
func quoted(text string) string {
	var b strings.Builder
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(text); err != nil {
		return strconv.Quote(text)
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// private notes a number that only the carrier may see; short ones would be
// found in anything.
func (c *Case) private(number string) {
	digits := strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, number)
	if len(digits) >= 7 {
		c.Private = append(c.Private, digits)
	}
}
