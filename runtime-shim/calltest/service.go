package calltest

import (
	"encoding/json"
	"regexp"
	"strings"

	"github.com/ringflow/ringflow/runtime-shim/phone"
)

// mails holds the mails that were sent against those that are expected.
func (j *judge) mails() {
	want, sent := j.Case.Expect.Mails, j.result.Mails
	if want == nil {
		return
	}
	if len(sent) != len(want) {
		j.fail(j.Case.Expect.At, -1, "expected %d mails, but %d were sent", len(want), len(sent))
		return
	}
	for i, mail := range sent {
		for _, name := range keys(want[i]) {
			if got := mailField(mail, name); !mailFits(name, want[i][name], got) {
				j.fail(j.Case.Expect.At, mail.T, "expected %s: %q in mail %d, but it has %q", name, want[i][name], i+1, got)
			}
		}
	}
}

func mailField(m phone.Mail, name string) string {
	return map[string]string{
		"server": m.Server, "from": m.From, "to": strings.Join(m.To, ", "), "cc": strings.Join(m.Cc, ", "), "bcc": strings.Join(m.Bcc, ", "),
		"title": m.Title, "body": m.Body, "html": m.HTML, "matches": m.Title + "\n" + m.Body + "\n" + m.HTML,
	}[name]
}

func mailFits(name, want, got string) bool {
	if name == "matches" {
		return regexp.MustCompile(want).MatchString(got) // the reader has checked it
	}
	return got == want
}

// callList holds what was reported to the call list against what is expected.
func (j *judge) callList() {
	want, reports := j.Case.Expect.CallList, j.result.Reports
	if want == nil {
		return
	}
	if len(reports) != len(want) {
		j.fail(j.Case.Expect.At, -1, "expected %d reports to the call list, but there were %d", len(want), len(reports))
		return
	}
	for i, report := range reports {
		x := want[i]
		switch {
		case report.Of != x.Of:
			j.fail(j.Case.Expect.At, report.T, "expected report %d to the call list to be its %s, but it is its %s", i+1, x.Of, report.Of)
		case x.Fields == nil && report.Data != x.Text:
			j.fail(j.Case.Expect.At, report.T, "expected %s: %q in report %d to the call list, but it is %q", x.Of, x.Text, i+1, report.Data)
		}
		var fields map[string]any
		_ = json.Unmarshal([]byte(report.Data), &fields) // what is no object has no fields
		for _, name := range keys(x.Fields) {
			if got, ok := fields[name]; !ok || told(got) != x.Fields[name] {
				j.fail(j.Case.Expect.At, report.T, "expected %s: %q in report %d to the call list, but it has %s", name, x.Fields[name], i+1, show(got, ok))
			}
		}
	}
}
