// Package calendar is the opening hours of a business: weekly hours in a time
// zone, and holidays. It says what the verb `hours` means; the scenario's library
// says the same, and one table of moments holds both together.
package calendar

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/ringflow/ringflow/runtime-shim/facts"
)

const (
	dayMinutes  = 24 * 60
	weekMinutes = 7 * dayMinutes
)

// Calendar is opening hours in the local time of a zone.
type Calendar struct {
	Zone     facts.Zone
	Week     []Span   // in the order in which they are written
	Holidays []string // "2026-12-24" for one day, "12-25" for every year
}

// Span is opening hours, in minutes from Monday 00:00. They start in the week, and
// may end in the next one.
type Span struct{ From, To int }

// At says whether the calendar is open, closed or on holiday at a time, in
// milliseconds since 1970. A holiday has no hours that start on it; hours that
// started on the day before go on past midnight.
func (c Calendar) At(ms int64) string {
	minute := int(ms / 60_000)
	local := minute + c.Zone.At(minute)
	day := local / dayMinutes
	now := (day+3)%7*dayMinutes + local%dayMinutes // 1970-01-01 was a Thursday
	for _, s := range c.Week {
		for _, at := range []int{now, now + weekMinutes} {
			if at >= s.From && at < s.To && !c.holiday(day-at/dayMinutes+s.From/dayMinutes) {
				return "open"
			}
		}
	}
	if c.holiday(day) {
		return "holiday"
	}
	return "closed"
}

// holiday reports whether a day, counted from 1970, is a holiday.
func (c Calendar) holiday(day int) bool {
	date := time.Unix(int64(day)*dayMinutes*60, 0).UTC().Format(time.DateOnly)
	return slices.Contains(c.Holidays, date) || slices.Contains(c.Holidays, date[len("2026-"):])
}

// Days are the names of days, as calendars write them.
func Days() []string { return []string{"mon", "tue", "wed", "thu", "fri", "sat", "sun"} }

// ParseDays reads a day or days from one to another: "mon", "mon-fri", "sat-mon".
func ParseDays(text string) ([]int, error) {
	first, last, several := strings.Cut(text, "-")
	if !several {
		last = first
	}
	from, to := slices.Index(Days(), first), slices.Index(Days(), last)
	if from < 0 || to < 0 {
		return nil, fmt.Errorf("`%s` is no day", text)
	}
	out := []int{from}
	for d := from; d != to; {
		d = (d + 1) % 7
		out = append(out, d)
	}
	return out, nil
}

// ParseSpan reads hours of a day, counted from Monday: "09:00-17:30". Hours that
// end before they start end on the next day.
func ParseSpan(day int, text string) (Span, error) {
	first, last, _ := strings.Cut(text, "-")
	from, ok := clock(first)
	to, fine := clock(last)
	switch {
	case !ok || !fine || from == dayMinutes:
		return Span{}, fmt.Errorf("`%s` is no opening hours", text)
	case from == to:
		return Span{}, fmt.Errorf("`%s` ends when it starts", text)
	case to < from:
		to += dayMinutes
	}
	return Span{day*dayMinutes + from, day*dayMinutes + to}, nil
}

// clock reads 09:30, or 24:00 for the end of the day, as minutes.
func clock(text string) (int, bool) {
	if len(text) != len("09:30") || text[2] != ':' {
		return 0, false
	}
	h, err := strconv.ParseUint(text[:2], 10, 8)
	m, fault := strconv.ParseUint(text[3:], 10, 8)
	all := int(h)*60 + int(m)
	return all, err == nil && fault == nil && m < 60 && all <= dayMinutes
}

// ParseHoliday reads a day of one year, 2026-12-24, or of every year, 12-25.
func ParseHoliday(text string) (string, error) {
	full := text
	if len(text) == len("12-25") {
		full = "2024-" + text // a leap year
	}
	if _, err := time.Parse(time.DateOnly, full); err != nil || len(full) != len(time.DateOnly) {
		return "", fmt.Errorf("`%s` is no day of the calendar", text)
	}
	return text, nil
}
