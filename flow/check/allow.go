package check

import (
	"strings"

	"github.com/ringflow/ringflow/flow/diag"
)

// notFollowed is the last rule but one: advice that the flow does not follow, with a reason
// under `allow:`, is not repeated. The reason is a line of the certificate.
func notFollowed(c *checker) {
	for _, r := range c.Flow.Allow {
		code := diag.Code(r.Name)
		switch page, _ := diag.Page(code); {
		case page == "":
			c.add(diag.BadValue, r.At, "there is no advice `%s`", r.Name).Meant(r.Name, adviceCodes())
		case code.Severity() == diag.Error:
			c.add(diag.BadValue, r.At, "`%s` is an error, and cannot be allowed", r.Name).Helped("`ringflow explain %s` says how it is mended", r.Name)
		case c.report.Drop(code) == 0 && !c.report.Failed():
			c.add(diag.Unused, r.At, "nothing in this flow is against `%s`", r.Name).Helped("remove it")
		default:
			c.Sinks = append(c.Sinks, Sink{At: r.At, Sink: "advice " + r.Name, Audience: "not followed", Verdict: "allowed: " + r.Text})
		}
	}
}

func adviceCodes() []string {
	var out []string
	for _, code := range diag.Codes() {
		if code.Severity() != diag.Error && !strings.HasPrefix(string(code), "RF4") {
			out = append(out, string(code))
		}
	}
	return out
}
