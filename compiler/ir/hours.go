package ir

import "github.com/ringflow/ringflow/flow/calendar"

// Hours goes by opening hours. Outcomes: open, closed, holiday.
type Hours struct{ Calendar string }

func (*Hours) effect() {}

// Calendar is a calendar that some state goes by.
type Calendar struct {
	Name string
	*calendar.Calendar
}
