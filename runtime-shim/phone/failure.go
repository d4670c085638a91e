package phone

import (
	"errors"
	"fmt"
	"strings"

	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// Failure is one expectation that did not come true.
type Failure struct {
	Step  int    `json:"step"`            // index of the step, -1 for what happened after the last one
	Place string `json:"place,omitempty"` // Step.Place
	T     int64  `json:"t"`               // when it showed, ms since the start
	Want  string `json:"want"`            // what was expected
	Got   string `json:"got"`             // what happened instead
}

// String renders the failure as one sentence.
func (f Failure) String() string {
	where := f.Place
	switch {
	case where != "":
	case f.Step < 0:
		where = "after the last step"
	default:
		where = fmt.Sprintf("step %d", f.Step+1)
	}
	return fmt.Sprintf("%s, at %s: expected %s, but %s", where, clock(f.T), f.Want, f.Got)
}

// clock writes a time of the session as the trace does.
func clock(ms int64) string { return fmt.Sprintf("%.3f s", float64(ms)/1000) }

// brief is an error of a session in one line.
func brief(err error) string {
	var failed *voxengine.ScriptError
	if !errors.As(err, &failed) {
		return err.Error()
	}
	if failed.At() == "" {
		return failed.Text
	}
	return failed.Text + " (" + failed.At() + ")"
}

// String names what is heard, as messages do.
func (h *Hears) String() string {
	what := ""
	switch {
	case h.Name != "":
		what = h.Name
	case h.Text != "":
		what = short(h.Text)
	case h.Matches != "":
		what = "a text with /" + h.Matches + "/"
	case h.URL != "":
		what = "the sound " + h.URL
	default:
		what = "anything"
	}
	if h.Loop {
		what += ", looped"
	}
	return what
}

// short quotes a text, the end of a long one cut off.
func short(text string) string {
	if runes := []rune(text); len(runes) > 60 {
		text = string(runes[:57]) + "..."
	}
	return fmt.Sprintf("%q", text)
}

func (d *Dialled) String() string {
	what := "a call"
	if d.To != "" {
		what += " to " + d.To
	}
	if d.Shows != "" {
		what += " that shows " + d.Shows
	}
	if d.Display != "" {
		what += " as " + short(d.Display)
	}
	for _, name := range sorted(d.Headers) {
		what += " with " + name + ": " + short(d.Headers[name])
	}
	return what
}

func (x *Expect) String() string {
	var fields []string
	for _, name := range sorted(x.With) {
		fields = append(fields, name+"="+short(x.With[name]))
	}
	if x.Matches != "" {
		fields = append(fields, "matches "+short(x.Matches))
	}
	return strings.TrimSpace("the event " + x.Kind + " " + strings.Join(fields, " "))
}
