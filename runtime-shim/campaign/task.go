package campaign

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"

	"github.com/ringflow/ringflow/runtime-shim/phone"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// task is a row on its way.
type task struct {
	Outcome
	index    int
	priority int
	window   Window
	due      int64 // no attempt before, ms since 1970
	running  bool
}

// attempt is a session of a task that runs. It takes the session's reports.
type attempt struct {
	task    *task
	start   int64
	data    string
	cast    *phone.Cast
	session *voxengine.Session
	reports []voxengine.Report
	failed  bool        // the last report was an error, or asked for another attempt
	next    nextAttempt // what was asked for
}

// nextAttempt is what CallList.requestNextAttempt changes; nil fields stay.
type nextAttempt struct {
	StartAt      *flexible       `json:"start_at"`
	Next         *flexible       `json:"next_attempt_time"`
	AttemptsLeft *int            `json:"attempts_left"`
	Data         json.RawMessage `json:"custom_data"`
	From         *string         `json:"start_execution_time"`
	Until        *string         `json:"end_execution_time"`

	due    int64
	window Window
}

// flexible is a number or a text.
type flexible string

// UnmarshalJSON implements json.Unmarshaler.
func (f *flexible) UnmarshalJSON(data []byte) error {
	*f = flexible(strings.Trim(string(data), `"`))
	return nil
}

// Report implements voxengine.Campaign. What the platform answers is not
// documented; 200, and 400 to what it cannot read, is assumed.
func (a *attempt) Report(r voxengine.Report) voxengine.Response {
	response := voxengine.Response{Code: http.StatusOK, Latency: int64(reportLatency)}
	switch r.Of {
	case voxengine.ReportResult:
		a.failed, a.task.Result = false, r.Data
	case voxengine.ReportError:
		a.failed, a.task.Result = true, r.Data
	case voxengine.ReportNext:
		next := nextAttempt{window: a.task.window}
		if err := next.read(r.Data); err != nil {
			response.Code, response.Body = http.StatusBadRequest, err.Error()
			return response
		}
		a.failed, a.next = true, next
	}
	a.reports = append(a.reports, r)
	return response
}

const reportLatency = 100 * phone.Millisecond

func (n *nextAttempt) read(data string) (err error) {
	if err := json.Unmarshal([]byte(data), n); err != nil {
		return fmt.Errorf("the next attempt is not as it has to be: %w", err)
	}
	for _, at := range []*flexible{n.StartAt, n.Next} {
		if at != nil && err == nil {
			n.due, err = readTime(string(*at))
		}
	}
	if n.From != nil && err == nil {
		n.window.From, err = readClock(*n.From)
	}
	if n.Until != nil && err == nil {
		n.window.Until, err = readClock(*n.Until)
	}
	return err
}

// end judges a session that is over. One that reported nothing counts as done
// (type declarations); one that failed is tried again while attempts are left.
func (a *attempt) end(list *List) {
	t, now := a.task, a.start+a.session.Now()
	t.running = false
	t.Attempts = append(t.Attempts, Attempt{Start: a.start, End: now, Data: a.data, Reports: a.reports, Result: a.cast.Leave()})
	if !a.failed {
		t.Status = Processed
		return
	}
	t.due = now + int64(list.Interval)
	if n := a.next; n.due > 0 {
		t.due = max(n.due, now)
	}
	if a.next.AttemptsLeft != nil {
		t.AttemptsLeft = *a.next.AttemptsLeft
	}
	if data := a.next.custom(); data != "" {
		t.Data = data
	}
	if a.next.From != nil || a.next.Until != nil {
		t.window = a.next.window
	}
	if t.AttemptsLeft <= 0 {
		t.Status = Failed
	}
}

// custom is custom data as the next session gets it: a text as it is, an object as JSON.
func (n *nextAttempt) custom() string {
	var text string
	if json.Unmarshal(n.Data, &text) == nil {
		return text
	}
	return string(n.Data)
}
