package emit

import (
	"strconv"
	"strings"
)

// calendars writes the calendars of the flow: the offsets of the zone as
// [offset, minute, offset, ...] and the hours as [from, to, ...], all in minutes.
func (e *emitter) calendars(w *printer) {
	for i, c := range e.p.Calendars {
		if i == 0 {
			w.line("const calendars = {")
		}
		zone := []int{c.Zone.Offset}
		for _, change := range c.Zone.Changes {
			zone = append(zone, change.Minute, change.Offset)
		}
		var week []int
		for _, s := range c.Week {
			week = append(week, s.From, s.To)
		}
		holidays := make([]string, len(c.Holidays))
		for i, h := range c.Holidays {
			holidays[i] = quote(h)
		}
		w.line("  %s: { zone: [%s], week: [%s], holidays: [%s] },", property(c.Name), numbers(zone), numbers(week), strings.Join(holidays, ", "))
		if i == len(e.p.Calendars)-1 {
			w.line("};")
		}
	}
}

func numbers(list []int) string {
	out := make([]string, len(list))
	for i, n := range list {
		out[i] = strconv.Itoa(n)
	}
	return strings.Join(out, ", ")
}
