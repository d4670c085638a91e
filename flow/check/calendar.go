package check

import (
	"slices"

	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/calendar"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// declareCalendar reads opening hours.
func (c *checker) declareCalendar(d *ast.Calendar) {
	if i := slices.IndexFunc(c.Flow.Calendars, func(o *ast.Calendar) bool { return o.Name == d.Name }); c.Flow.Calendars[i] != d {
		c.twice("the calendar", d.Ident, c.Flow.Calendars[i].At)
		return
	}
	out := &calendar.Calendar{}
	c.Calendars[d.Name] = out
	if d.Zone.Name != "" {
		zone, known := facts.TimeZone(d.Zone.Name)
		if !known {
			c.add(diag.BadValue, d.Zone.At, "`%s` is not a time zone", d.Zone.Name).Meant(d.Zone.Name, facts.TimeZones())
		}
		out.Zone = zone
	}
	var given [7]source.Span
	for _, o := range d.Open {
		days, err := calendar.ParseDays(o.Days.Name)
		if err != nil {
			c.add(diag.BadValue, o.Days.At, "%s", err).Helped("write one of mon, tue, wed, thu, fri, sat, sun, or mon-fri")
			continue
		}
		for _, day := range days {
			if given[day].Known() {
				c.add(diag.DeclaredTwice, o.Days.At, "the hours of %s are declared twice", calendar.Days()[day]).Labelled("again").Also(given[day], "first").
					Helped("write each day once; several hours of a day are a list: [09:00-12:00, 13:00-17:00]")
				break
			}
			given[day] = o.Days.At
		}
		out.Week = append(out.Week, c.spans(days, o.Hours)...)
	}
	for _, h := range d.Holidays {
		date, err := calendar.ParseHoliday(h.Value)
		if err != nil {
			c.add(diag.BadValue, h.All(), "%s", err).Helped("write 2026-12-24 for one day, 12-25 for a day of every year")
			continue
		}
		out.Holidays = append(out.Holidays, date)
	}
}

// spans reads the hours of days.
func (c *checker) spans(days []int, hours []source.Text) []calendar.Span {
	var out []calendar.Span
	for _, day := range days {
		for _, h := range hours {
			span, err := calendar.ParseSpan(day, h.Value)
			if err == nil {
				out = append(out, span)
			} else if day == days[0] {
				c.add(diag.BadValue, h.All(), "%s", err).Helped("write 09:00-17:30; 22:00-02:00 ends on the next day, 00:00-24:00 is the whole day")
			}
		}
	}
	return out
}
