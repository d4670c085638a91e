package campaign

import (
	"errors"
	"fmt"
	"regexp"
	"time"

	"github.com/ringflow/ringflow/runtime-shim/phone"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// List is a call list.
type List struct {
	Rows         []Row
	Attempts     int            // of each row, 1 to 5 (num_attempts)
	Simultaneous int            // sessions at once, at least 1 (max_simultaneous)
	Interval     phone.Duration // between attempts of one row (interval_seconds)
	Repeated     bool           // of rows of one priority those that were tried before go first (task_priority_strategy)
	StartAt      int64          // when the list starts, ms since 1970; 0 is at once
}

// Row is one task of a list. Times are in ms since 1970.
type Row struct {
	Data     string // JSON object, which the scenario gets as custom data
	UUID     string // unique in the list if it has one
	Priority *int   // 0 is the highest; 50 when nil
	StartAt  int64  // no attempt before then
	Window   Window // of each day
}

// Window is when on each day attempts may start, UTC. From after Until is from
// one day into the next; the zero Window is all day.
type Window struct {
	From, Until time.Duration // since midnight
}

// Status is how far a row is.
type Status int

// Statuses, with the platform's numbers.
const (
	New Status = iota
	InProgress
	Processed
	Failed
)

// String returns the platform's name of a status.
func (s Status) String() string { return [...]string{"New", "In progress", "Processed", "Error"}[s] }

// Outcome is what came of one row.
type Outcome struct {
	Status       Status
	Result       string // what was reported last as result or error
	AttemptsLeft int
	Data         string // of the row, as the last attempt left it
	Attempts     []Attempt
}

// Attempt is one session of a row. Times are in ms since 1970.
type Attempt struct {
	Start, End int64
	Data       string // custom data that the session got
	Reports    []voxengine.Report
	Result     phone.Result
}

// World makes what is around one attempt: attempts of a row count from 1. Start,
// Campaign and custom data of the options are set by Run.
type World func(row, attempt int) (voxengine.Options, phone.Story)

const (
	maxAttempts   = 5
	usualPriority = 50
)

var uuid = regexp.MustCompile(`^[A-Za-z0-9:-]{1,40}$`)

// Check reports all that is wrong with a list.
func (l *List) Check() error {
	var problems []error
	if l.Attempts < 1 || l.Attempts > maxAttempts {
		problems = append(problems, fmt.Errorf("the list has %d attempts, the platform takes 1 to %d", l.Attempts, maxAttempts))
	}
	if l.Simultaneous < 1 {
		problems = append(problems, fmt.Errorf("the list has %d simultaneous sessions, it needs at least 1", l.Simultaneous))
	}
	seen := map[string]bool{}
	for i, row := range l.Rows {
		switch {
		case row.UUID == "":
		case !uuid.MatchString(row.UUID):
			problems = append(problems, fmt.Errorf("row %d has the UUID %q, it can be up to 40 of letters, digits, colons and hyphens", i+1, row.UUID))
		case seen[row.UUID]:
			problems = append(problems, fmt.Errorf("row %d has the UUID %s of another row", i+1, row.UUID))
		}
		seen[row.UUID] = true
	}
	return errors.Join(problems...)
}
