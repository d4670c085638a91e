package campaign

import (
	"fmt"
	"time"
)

const day = 24 * time.Hour

// opens returns when the window is open for the first time from a time on, both
// in ms since 1970.
func (w Window) opens(at int64) int64 {
	if w.From == w.Until {
		return at
	}
	clock := time.Duration(at%day.Milliseconds()) * time.Millisecond
	open := clock >= w.From && clock <= w.Until
	if w.From > w.Until {
		open = clock >= w.From || clock <= w.Until
	}
	switch {
	case open:
		return at
	case clock < w.From:
		return at + (w.From - clock).Milliseconds()
	}
	return at + (day - clock + w.From).Milliseconds()
}

// readClock reads HH:mm:ss.
func readClock(text string) (time.Duration, error) {
	t, err := time.Parse(time.TimeOnly, text)
	if err != nil {
		return 0, fmt.Errorf("%q is no time of day, write 09:00:00", text)
	}
	return time.Duration(t.Hour())*time.Hour + time.Duration(t.Minute())*time.Minute + time.Duration(t.Second())*time.Second, nil
}
