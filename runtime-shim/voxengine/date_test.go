package voxengine_test

import (
	"testing"
	"time"
)

// TestDateIsUTC runs on a machine of New York: scripts see UTC all the same.
func TestDateIsUTC(t *testing.T) {
	const script = `
		const d = new Date(2026, 0, 15, 10, 30);
		for (const line of [
		  d.toISOString(), d.getHours(), d.getTimezoneOffset(), String(d), d.toLocaleString(),
		  new Date("2026-01-15T10:30").getTime() === d.getTime(), new Date("2026-01-15").getHours(),
		  new Date("Jan 15 2026 10:30").getTime() === d.getTime(), Date.parse("2026-01-15T10:30+02:00") - d,
		  new Date().getHours(), d instanceof Date, new Date(NaN).toString(), typeof Date(), d.constructor === Date,
		  new (class extends Date {})(2026, 0, 1).getDate(), new Date(d).getTime() === d.getTime(),
		]) Logger.write(String(line));
		d.setHours(23); Logger.write(d.toISOString());`
	const want = "2026-01-15T10:30:00.000Z 10 0 Thu Jan 15 2026 10:30:00 GMT+0000 (UTC) 01/15/2026, 10:30:00 " +
		"true 0 true -7200000 12 true Invalid Date string true 1 true 2026-01-15T23:30:00.000Z"
	here := time.Local
	t.Cleanup(func() { time.Local = here })
	for name, zone := range map[string]*time.Location{"UTC": time.UTC, "New York": time.FixedZone("EST", -5*3600)} {
		t.Run(name, func(t *testing.T) {
			time.Local = zone
			logs(t, want, script)
		})
	}
}
