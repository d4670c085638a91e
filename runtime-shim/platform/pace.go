package platform

import (
	"context"
	"time"
)

// Pace holds a session back until its clock may show at, the time since the
// session started; started is the platform's clock at that moment. It returns
// early with an error when ctx ends, and always what the session's clock shows.
type Pace func(ctx context.Context, started time.Time, at time.Duration) (time.Duration, error)

// Jump lets sessions run from event to event at once.
func Jump(ctx context.Context, _ time.Time, at time.Duration) (time.Duration, error) {
	return at, ctx.Err()
}

// Paced lets sessions run speed times as fast as the clock of this machine.
// now is the clock that started is read from.
func Paced(speed float64, now func() time.Time) Pace {
	return func(ctx context.Context, started time.Time, at time.Duration) (time.Duration, error) {
		due := started.Add(time.Duration(float64(at) / speed))
		timer := time.NewTimer(due.Sub(now()))
		defer timer.Stop()
		select {
		case <-timer.C:
			return at, nil
		case <-ctx.Done():
			return min(at, time.Duration(float64(now().Sub(started))*speed)), ctx.Err()
		}
	}
}
