package push

import (
	"context"
	"errors"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// Pace is how many requests a second the platform gets. It starts at the cap,
// halves when the platform says "too many", and grows by one a second while it
// does not. It runs on the wall clock, whatever clock the orders run on: it is
// real requests that are limited.
type Pace struct {
	limiter *rate.Limiter
	most    rate.Limit

	mu     sync.Mutex
	halved time.Time // when it halved last
}

// slowest is the pace that is left after any number of limits, in requests a second.
const slowest = 1

// NewPace returns a pace of at most perSecond requests.
func NewPace(perSecond float64) *Pace {
	most := rate.Limit(max(perSecond, slowest))
	return &Pace{limiter: rate.NewLimiter(most, 1), most: most}
}

// Wait returns when the next request may be sent.
func (p *Pace) Wait(ctx context.Context) error { return p.limiter.Wait(ctx) }

// PerSecond returns the pace at the moment.
func (p *Pace) PerSecond() float64 { return float64(p.limiter.Limit()) }

// Observe learns from the outcome of a request. Requests that were on their way
// together are limited together, so the pace halves at most once a second.
func (p *Pace) Observe(err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	now := time.Now() //nolint:forbidigo // real requests are limited in real time
	limit := p.limiter.Limit()
	switch {
	case errors.Is(err, ErrLimited) && now.Sub(p.halved) >= time.Second:
		p.halved = now
		p.limiter.SetLimit(max(limit/2, slowest))
	case err == nil && limit < p.most:
		p.limiter.SetLimit(min(limit+1/limit, p.most))
	}
}
