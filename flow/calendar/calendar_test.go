package calendar

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"
	"testing"
	"time"

	"github.com/ringflow/ringflow/runtime-shim/facts"
)

type table struct {
	Calendars map[string]struct {
		Zone     string
		Open     map[string][]string
		Holidays []string
		Table    []int // as scripts have it, from the start
		Week     []int
	}
	Moments []struct {
		Calendar string
		At       time.Time
		Is       string
	}
}

// TestMoments runs the table that the scenario's library runs too, and holds
// what that is given to what is read here.
func TestMoments(t *testing.T) {
	raw, err := os.ReadFile("../../runtime-shim/scenario/testdata/hours.json")
	if err != nil {
		t.Fatal(err)
	}
	var all table
	if err := json.Unmarshal(raw, &all); err != nil || len(all.Moments) < 40 {
		t.Fatal(len(all.Moments), err)
	}
	calendars := map[string]Calendar{}
	for name, c := range all.Calendars {
		zone, known := facts.TimeZone(c.Zone)
		if !known {
			t.Fatal(c.Zone)
		}
		out := Calendar{Zone: zone, Holidays: c.Holidays}
		for _, days := range slices.Sorted(maps.Keys(c.Open)) {
			list, err := ParseDays(days)
			if err != nil {
				t.Fatal(err)
			}
			for _, day := range list {
				for _, hours := range c.Open[days] {
					span, err := ParseSpan(day, hours)
					if err != nil {
						t.Fatal(err)
					}
					out.Week = append(out.Week, span)
				}
			}
		}
		calendars[name] = out
		flat := []int{zone.Offset}
		for _, change := range zone.Changes {
			flat = append(flat, change.Minute, change.Offset)
		}
		if len(flat) < len(c.Table) || !slices.Equal(flat[:len(c.Table)], c.Table) {
			t.Errorf("%s: the table begins with %v, want %v", name, flat[:min(len(flat), len(c.Table))], c.Table)
		}
		var week []int
		slices.SortFunc(out.Week, func(a, b Span) int { return cmp.Compare(a.From, b.From) })
		for _, s := range out.Week {
			week = append(week, s.From, s.To)
		}
		if !slices.Equal(week, c.Week) {
			t.Errorf("%s: %v, want %v", name, week, c.Week)
		}
	}
	for _, m := range all.Moments {
		if got := calendars[m.Calendar].At(m.At.UnixMilli()); got != m.Is {
			t.Errorf("%s at %s: %s, want %s", m.Calendar, m.At, got, m.Is)
		}
	}
}

func TestWhatIsNoHours(t *testing.T) {
	for _, text := range []string{"", "9-17", "9:00-17:00", "09:00", "09:00-09:00", "24:00-02:00", "09:00-24:01", "09:60-10:00", "09:00-17:00-18:00", "+9:00-17:00"} {
		if s, err := ParseSpan(0, text); err == nil {
			t.Errorf("%q is %v", text, s)
		}
	}
	for _, text := range []string{"", "monday", "Mon", "mon-", "mon-fri-sat", "-"} {
		if d, err := ParseDays(text); err == nil {
			t.Errorf("%q is %v", text, d)
		}
	}
	for _, text := range []string{"", "24.12.", "2026-02-29", "02-30", "1-1", "2026-1-1"} {
		if d, err := ParseHoliday(text); err == nil {
			t.Errorf("%q is %v", text, d)
		}
	}
	if got, err := ParseDays("sat-mon"); err != nil || fmt.Sprint(got) != "[5 6 0]" {
		t.Error(got, err)
	}
}
