package calltest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"sort"
	"strings"

	"github.com/ringflow/ringflow/flow/source"

	"github.com/ringflow/ringflow/runtime-shim/facts"
	"github.com/ringflow/ringflow/runtime-shim/phone"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// GCPercent is how much a process that plays many calls lets the heap grow before
// it collects garbage (debug.SetGCPercent). A call leaves a few hundred KB behind
// and keeps nothing, so collecting at Go's usual 100 takes a third of the time.
const GCPercent = 400

// Options are what a run of a case can be given.
type Options struct {
	Switches facts.Settings // how the platform behaves where that is not documented
	Seed     uint64
	Trace    func(voxengine.Event) // receives every event as it comes; nil does not
	Files    fs.FS                 // where golden traces are; nil does not look at them
	Peer     voxengine.Peer        // runs the scripts in the engine's place; nil for none
}

// Verdict is what came of a case. It passed when there are no failures.
type Verdict struct {
	Case     *Case
	Events   []voxengine.Event
	Requests []phone.Request
	Failures []Failure
	Err      error // what went wrong inside the session, see voxengine.Session.Err
	End      int64 // ms that the call lasted in virtual time
}

// Failure is one thing that did not come as it had to.
type Failure struct {
	At   source.Span // the step, the expectation or the case
	T    int64       // ms since the call arrived, -1 for what holds for the whole call
	Text string
}

// Run plays the case. Its error is about the case and what it calls; what went
// wrong in the call is in the verdict.
func (c *Case) Run(opts Options) (*Verdict, error) {
	result, err := c.Play(opts)
	if err != nil {
		return nil, err
	}
	j := &judge{Verdict: &Verdict{Case: c, Events: result.Events, Requests: result.Requests, Err: result.Err, End: result.End}, result: result}
	j.story()
	if j.Passed() {
		j.expectations() // a call that went another way has another report
	}
	if c.Suite.Subject.Artifact != nil {
		j.invariants()
	} else {
		j.lenient()
	}
	if opts.Files != nil && c.Expect.Golden != "" {
		j.golden(opts.Files)
	}
	return j.Verdict, nil
}

// Play plays the case without judging it.
func (c *Case) Play(opts Options) (phone.Result, error) {
	session, err := c.session(opts)
	if err != nil {
		return phone.Result{}, err
	}
	result, err := phone.Run(session, c.Story)
	if err != nil {
		return phone.Result{}, fmt.Errorf("%s: %w", c.Name, err)
	}
	return result, nil
}

// Begin makes the case's session with its people in it; nothing has run yet.
func (c *Case) Begin(opts Options) (*voxengine.Session, error) {
	options, err := c.session(opts)
	if err != nil {
		return nil, err
	}
	cast, err := phone.NewCast(c.Story)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", c.Name, err)
	}
	session, err := voxengine.New(cast.Options(options))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", c.Name, err)
	}
	cast.Enter(session)
	return session, nil
}

// session is the options of the case's session.
func (c *Case) session(opts Options) (voxengine.Options, error) {
	code, err := c.Suite.Subject.Code(c.Suite.Values)
	return voxengine.Options{
		Code: code, Start: c.Start, Switches: opts.Switches, Seed: opts.Seed, Trace: opts.Trace, Peer: opts.Peer,
		Info: voxengine.Info{SessionID: 1000001, AccountID: 1, ApplicationID: 1, CustomData: c.Data, Secrets: c.Suite.Secrets},
	}, err
}

// Passed reports whether everything came as it had to.
func (v *Verdict) Passed() bool { return len(v.Failures) == 0 }

// Trace returns the trace as text.
func (v *Verdict) Trace() string {
	var b bytes.Buffer
	if err := voxengine.WriteText(&b, v.Events); err != nil {
		return err.Error() // a buffer takes everything
	}
	return b.String()
}

type judge struct {
	*Verdict
	result phone.Result
}

func (j *judge) fail(at source.Span, t int64, format string, args ...any) {
	if !at.Known() {
		at = j.Case.At
	}
	j.Failures = append(j.Failures, Failure{at, t, fmt.Sprintf(format, args...)})
}

// story takes over what the people of the story missed.
func (j *judge) story() {
	for _, f := range j.result.Failures {
		at := j.Case.At
		if f.Step >= 0 && f.Step < len(j.Case.Places) {
			at = j.Case.Places[f.Step]
		}
		j.fail(at, f.T, "expected %s, but %s", f.Want, f.Got)
	}
}

// reports returns the distinct reports that were sent, in order: each is sent
// again until it is answered.
func (j *judge) reports() []phone.Request {
	var out []phone.Request
	seen := map[string]bool{}
	for _, r := range j.Requests {
		if id := header(r, "webhook-id"); id != "" && !seen[id] {
			seen[id] = true
			out = append(out, r)
		}
	}
	return out
}

func header(r phone.Request, name string) string {
	for _, h := range r.Headers {
		if strings.EqualFold(h.Key, name) {
			return h.Value
		}
	}
	return ""
}

// body returns the last JSON body that was posted: the call result.
func (j *judge) body() (phone.Request, map[string]any, bool) {
	for i := len(j.Requests) - 1; i >= 0; i-- {
		var fields map[string]any
		if r := j.Requests[i]; json.Unmarshal([]byte(r.Body), &fields) == nil {
			return r, fields, true
		}
	}
	return phone.Request{}, nil, false
}

func (j *judge) expectations() {
	e := j.Case.Expect
	request, fields, sent := j.body()
	if e.NoReport && len(j.Requests) > 0 {
		j.fail(e.At, j.Requests[0].T, "expected no report, but one was sent to %s", j.Requests[0].URL)
	}
	if e.Report != nil && !sent {
		j.fail(e.At, -1, "expected a report, but none was sent")
		return
	}
	for _, name := range keys(e.Report) {
		if got, ok := fields[name]; !ok || told(got) != e.Report[name] {
			j.fail(e.At, request.T, "expected %s: %q in the report, but it has %s", name, e.Report[name], show(got, ok))
		}
	}
	if e.EndedBy != "" {
		if got := endedBy(request, fields); got != e.EndedBy {
			j.fail(e.At, request.T, "expected the call to be ended by %s, but the report says %q", e.EndedBy, got)
		}
	}
	j.mails()
	j.callList()
	if e.Requests != nil && *e.Requests != len(j.Requests) {
		j.fail(e.At, -1, "expected %d HTTP requests, but %d were made", *e.Requests, len(j.Requests))
	}
}

func show(got any, ok bool) string {
	if !ok {
		return "no such field"
	}
	return fmt.Sprintf("%q", told(got))
}

// told is the value of a field as a test writes it: a text as it is, all else as JSON.
func told(got any) string {
	if text, ok := got.(string); ok {
		return text
	}
	raw, err := json.Marshal(got)
	if err != nil {
		return err.Error()
	}
	return string(raw)
}

// endedBy reads the details of a report, from its header or its body.
func endedBy(r phone.Request, fields map[string]any) string {
	details, _ := fields["ringflow"].(map[string]any)
	if details == nil {
		if err := json.Unmarshal([]byte(header(r, "Ringflow-Call")), &details); err != nil {
			return ""
		}
	}
	by, _ := details["ended_by"].(string)
	return by
}

// golden holds the whole trace against a file.
func (j *judge) golden(files fs.FS) {
	want, err := fs.ReadFile(files, j.Case.Expect.Golden)
	if err != nil {
		j.fail(j.Case.Expect.At, -1, "the golden trace %s cannot be read; --update writes it", j.Case.Expect.Golden)
		return
	}
	if got := j.Trace(); got != string(want) {
		line, wanted, found := firstDifference(string(want), got)
		j.fail(j.Case.Expect.At, -1, "the trace differs from %s in line %d\n  expected %s\n  but got  %s", j.Case.Expect.Golden, line, wanted, found)
	}
}

func firstDifference(want, got string) (line int, wanted, found string) {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	at := func(lines []string, i int) string {
		if i < len(lines) {
			return lines[i]
		}
		return "nothing more"
	}
	i := sort.Search(max(len(w), len(g)), func(n int) bool {
		return strings.Join(w[:min(n+1, len(w))], "\n") != strings.Join(g[:min(n+1, len(g))], "\n")
	})
	return i + 1, at(w, i), at(g, i)
}
