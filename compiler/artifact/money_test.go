package artifact

import "testing"

func TestMoneyDatesAndTimesAreSettings(t *testing.T) {
	euros, yen := Setting{Type: "money EUR", Digits: 2}, Setting{Type: "money JPY"}
	date, clock := Setting{Type: "date"}, Setting{Type: "time"}
	for _, c := range []struct {
		setting Setting
		text    string
		want    any // nil: refused
	}{
		{euros, "12.50", int64(1250)}, {euros, "12.5 EUR", int64(1250)}, {euros, "-3", int64(-300)}, {euros, "0.07", int64(7)},
		{euros, "12.50 USD", nil}, {euros, "12.505", nil}, {euros, "12,50", nil}, {euros, ".5", nil}, {euros, "5.", nil}, {euros, "99999999999999999999", nil},
		{yen, "500", int64(500)}, {yen, "500 JPY", int64(500)}, {yen, "500.0", nil},
		{date, "2026-11-24", "2026-11-24"}, {date, "2026-02-29", nil}, {date, "24.11.2026", nil},
		{clock, "09:30", "09:30"}, {clock, "9:30", nil}, {clock, "24:00", nil},
	} {
		got, ok := c.setting.read(c.text)
		if ok != (c.want != nil) || ok && got != c.want {
			t.Errorf("%s %q: %v, %v, want %v", c.setting.Type, c.text, got, ok, c.want)
		}
	}
	if got, want := euros.want(), "an amount such as 12.00 EUR"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := yen.want(), "an amount such as 12 JPY"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
