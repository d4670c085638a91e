package calltest

import (
	"path"
	"regexp"
	"slices"

	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/spec"
)

func (r *reader) expect(c *Case, n *source.Node) {
	if !r.Want(n, source.Map, "a mapping with `report`") {
		return
	}
	c.Expect.At = n.Span
	r.Entries(n, ExpectFields(), "`expect`", n.Span.From0(), func(f spec.Field, e source.Entry) {
		switch f.Name {
		case "report":
			r.expectReport(c, e.Value)
		case "ended_by":
			c.Expect.EndedBy, _ = r.Word(e.Value, f)
		case "requests":
			if count, ok := r.Count(e.Value, "requests", "1"); ok {
				c.Expect.Requests = &count
			}
		case "mails":
			c.Expect.Mails = r.mails(e.Value)
		case "call_list":
			c.Expect.CallList = r.callList(e.Value)
		case "golden":
			text, _ := r.Text(e.Value, "a file")
			c.Expect.Golden = path.Join(r.dir, text.Value)
		}
	})
}

func (r *reader) expectReport(c *Case, n *source.Node) {
	if n.Is("none") {
		c.Expect.NoReport = true
		return
	}
	c.Expect.Report = map[string]string{}
	r.pairs(n, func(name, value source.Text) {
		if p := r.suite.Subject.Program; p != nil && !slices.Contains(p.Result, name.Value) {
			r.Report.Add(diag.UnknownName, name.All(), "the call result has no field `%s`", name.Value).Helped("%s", diag.DidYouMean(name.Value, p.Result))
		}
		c.Expect.Report[name.Value] = value.Value
	})
}

// mails reads the mails that have to be sent, or none.
func (r *reader) mails(n *source.Node) []map[string]string {
	out := []map[string]string{}
	if n.Is("none") {
		return out
	}
	r.list(n, func(item *source.Node) {
		mail := map[string]string{}
		r.Entries(item, MailFields(), "a mail", item.Span.From0(), func(f spec.Field, e source.Entry) {
			text, _ := r.Text(e.Value, "a text")
			if _, err := regexp.Compile(text.Value); f.Name == "matches" && err != nil {
				r.Report.Add(diag.BadValue, e.Value.Span, "this is not a regular expression: %v", err)
			}
			mail[f.Name] = r.value(text).Value
		})
		out = append(out, mail)
	})
	return out
}

// Reported is what has to be reported to the call list: the text, or an object
// of which Fields are a part.
type Reported struct {
	Of     string
	Text   string
	Fields map[string]string
}

// callList reads the reports to the call list, or none.
func (r *reader) callList(n *source.Node) []Reported {
	out := []Reported{}
	if n.Is("none") {
		return out
	}
	r.list(n, func(item *source.Node) {
		r.Entries(item, CallListFields(), "a report to the call list", item.Span.From0(), func(f spec.Field, e source.Entry) {
			x := Reported{Of: f.Name}
			if e.Value.Kind == source.Scalar {
				x.Text = e.Value.Text.Value
			} else {
				x.Fields = r.headers(e.Value)
			}
			out = append(out, x)
		})
	})
	return out
}
