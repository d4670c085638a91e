package push

import (
	"context"
	"errors"
	"time"
)

// Storage is the platform's key-value storage of one application. It has no
// compare-and-set and no batch.
type Storage interface {
	// Set writes a value that ends at a moment. The end is absolute: repeating
	// the request must not prolong it.
	Set(ctx context.Context, key, value string, expiresAt time.Time) error
	Get(ctx context.Context, key string) (value string, found bool, err error)
	Delete(ctx context.Context, key string) error
}

// What an error of a Storage may wrap.
var (
	// ErrUnclear means that the request may have taken effect, or may do so yet.
	ErrUnclear = errors.New("the outcome is not known")
	// ErrLimited means that the platform takes fewer requests at the moment.
	ErrLimited = errors.New("the platform limits requests")
)

// paced is a Storage that keeps to a Pace, teaches it, and gives each request
// its own time.
type paced struct {
	Storage
	pace *Pace
}

func (s paced) Set(ctx context.Context, key, value string, expiresAt time.Time) error {
	return s.keep(ctx, func(ctx context.Context) error { return s.Storage.Set(ctx, key, value, expiresAt) })
}

func (s paced) Get(ctx context.Context, key string) (value string, found bool, err error) {
	err = s.keep(ctx, func(ctx context.Context) error { value, found, err = s.Storage.Get(ctx, key); return err })
	return value, found, err
}

func (s paced) Delete(ctx context.Context, key string) error {
	return s.keep(ctx, func(ctx context.Context) error { return s.Storage.Delete(ctx, key) })
}

var errNoTime = errors.New("the time of the attempt was over before the request could be sent")

func (s paced) keep(ctx context.Context, request func(context.Context) error) error {
	if err := s.pace.Wait(ctx); err != nil {
		return errNoTime
	}
	// A process that stood still must not send what it wanted to send long ago,
	// and the timer of ctx may not have fired yet.
	if end, ok := ctx.Deadline(); ok && !time.Now().Before(end) { //nolint:forbidigo // the deadline of a context is of the wall clock
		return errNoTime
	}
	ctx, cancel := context.WithTimeout(ctx, requestTime)
	defer cancel()
	err := request(ctx)
	s.pace.Observe(err)
	return err
}
