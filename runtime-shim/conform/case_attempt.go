package conform

import (
	"fmt"
	"time"

	"github.com/ringflow/ringflow/runtime-shim/campaign"
	"github.com/ringflow/ringflow/runtime-shim/phone"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// runList runs a case whose sessions are attempts of a call list. One of them
// has to judge.
func (c Case) runList(opts voxengine.Options) (Verdict, error) {
	opts.Storage = phone.NewStore()
	outcomes, err := campaign.Run(*c.List, noon, func(int, int) (voxengine.Options, phone.Story) { return opts, c.story() })
	if err != nil {
		return Verdict{}, fmt.Errorf("case %s: %w", c.Name, err)
	}
	var all phone.Result
	for _, o := range outcomes {
		for _, a := range o.Attempts {
			all.Events = append(all.Events, a.Result.Events...)
			all.Failures = append(all.Failures, a.Result.Failures...)
		}
	}
	return judged(all), nil
}

const (
	createList = "reference of CreateCallList"
	editList   = "guide to editing call lists"
)

// attempts is a list with one row that is tried three times, ten minutes apart.
func attempts() *campaign.List {
	return &campaign.List{Rows: []campaign.Row{{Data: `{"phone":"13333333333"}`}}, Attempts: 3, Simultaneous: 1, Interval: 10 * phone.Minute}
}

// attemptCases is what becomes of the rows of a call list.
func attemptCases() []Case {
	night, rows := attempts(), attempts()
	night.Rows[0].Window = campaign.Window{From: 9 * time.Hour, Until: 13 * time.Hour}
	night.Interval = 100 * phone.Minute
	first := 0
	rows.Rows = []campaign.Row{{Data: `{"name":"second"}`}, {Data: `{"name":"third"}`}, {Data: `{"name":"first"}`, Priority: &first}}
	return []Case{
		{Name: "attempt-after-error", Says: "after reportError a row is tried again, interval_seconds later, num_attempts times in all", Known: Documentation, Where: createList + "; that the interval begins with the end of a session is assumed", List: attempts()},
		{Name: "attempt-after-result", Says: "after reportResult a row is not tried again, whatever was reported before", Known: Declaration, Where: "comment of CallList.reportResult; that the last report counts is assumed", List: attempts()},
		{Name: "attempt-without-report", Says: "a row of which nothing is reported counts as done", Known: Declaration, Where: "comment of CallList.reportError", List: attempts()},
		{Name: "attempt-after-progress", Says: "reportProgress alone does not have a row tried again", Known: Assumption, Where: "comment of CallList.reportProgress", List: attempts()},
		{Name: "attempt-next", Says: "requestNextAttempt says when the row is tried again, and with which data", Known: Documentation, Where: editList, List: attempts()},
		{Name: "attempt-next-counts", Says: "requestNextAttempt uses up an attempt unless it sets attempts_left", Known: Documentation, Where: "reference of CallList.requestNextAttempt", List: attempts()},
		{Name: "attempt-last", Says: "attempts_left of 0 makes the attempt the last one", Known: Documentation, Where: editList, List: attempts()},
		{Name: "attempt-window", Says: "a row is only tried in the window of its __start_execution_time and __end_execution_time, UTC, which requestNextAttempt can change", Known: Documentation, Where: createList + ", " + editList, List: night},
		{Name: "attempt-order", Says: "rows are tried in the order of task_priority, then of the list, each in a session of its own", Known: Documentation, Where: createList, List: rows},
	}
}
