package facts

import (
	"testing"
	"time"
)

// TestZones holds the tables to what is known of zones whose rules are settled.
func TestZones(t *testing.T) {
	if n := len(TimeZones()); n < 400 {
		t.Errorf("%d zones", n)
	}
	for _, c := range []struct {
		zone, at string
		offset   int
	}{
		{"UTC", "2030-06-01T00:00:00Z", 0}, {"Asia/Kolkata", "2030-06-01T00:00:00Z", 330}, {"Asia/Tokyo", "2044-12-31T23:59:00Z", 540},
		{"Europe/Berlin", "2026-03-29T00:59:00Z", 60}, {"Europe/Berlin", "2026-03-29T01:00:00Z", 120},
		{"Europe/Berlin", "2026-10-25T00:59:00Z", 120}, {"Europe/Berlin", "2026-10-25T01:00:00Z", 60},
		{"Europe/Berlin", "2044-07-01T00:00:00Z", 120}, {"Europe/Berlin", "2050-07-01T00:00:00Z", 60}, {"Europe/Berlin", "2020-07-01T00:00:00Z", 60},
		{"America/New_York", "2026-03-08T06:59:00Z", -300}, {"America/New_York", "2026-03-08T07:00:00Z", -240},
		{"America/New_York", "2026-11-01T05:59:00Z", -240}, {"America/New_York", "2026-11-01T06:00:00Z", -300},
		{"Australia/Lord_Howe", "2026-01-01T00:00:00Z", 660}, {"Australia/Lord_Howe", "2026-07-01T00:00:00Z", 630},
	} {
		at, err := time.Parse(time.RFC3339, c.at)
		z, known := TimeZone(c.zone)
		if got := z.At(int(at.Unix() / 60)); err != nil || !known || got != c.offset {
			t.Errorf("%s at %s: %d, want %d", c.zone, c.at, got, c.offset)
		}
	}
	if _, known := TimeZone("Europe/Berln"); known {
		t.Error("Europe/Berln is known")
	}
}
