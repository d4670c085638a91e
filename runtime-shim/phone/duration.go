package phone

import (
	"fmt"
	"time"
)

// Duration is a span of a session's clock in ms. As text it is written like
// "1.5s" or "200ms".
type Duration int64

// Units of Duration.
const (
	Millisecond Duration = 1
	Second      Duration = 1000
	Minute      Duration = 60 * Second
)

// String returns the duration as it is written in stories.
func (d Duration) String() string { return (time.Duration(d) * time.Millisecond).String() }

// MarshalText writes the duration as String does.
func (d Duration) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what time.ParseDuration reads; it refuses negative
// durations and fractions of a millisecond.
func (d *Duration) UnmarshalText(text []byte) error {
	span, err := time.ParseDuration(string(text))
	switch {
	case err != nil:
		return fmt.Errorf("duration %q is not of the form 1.5s or 200ms", text)
	case span < 0 || span%time.Millisecond != 0:
		return fmt.Errorf("duration %q is not a whole, positive number of milliseconds", text)
	}
	*d = Duration(span / time.Millisecond)
	return nil
}
