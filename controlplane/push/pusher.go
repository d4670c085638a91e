// Package push brings orders into the platform's key-value storage and out of
// it. The order that a number means now is the only instruction: a worker takes
// the lease of the number's slot, reads that order, makes the storage hold what
// it wants (attempt.go), and records what came of it. A wake-up after each
// commit makes this quick; a sweep each second makes lost wake-ups harmless.
//
// The worst that could happen is an old pair that comes back: a write that takes
// effect late, after the order was closed or given to somebody else. Four rules
// keep it out. One worker at a time writes to a slot, and its lease outlives its
// requests. A write whose outcome is not known is looked at before anything is
// built on it. A removal counts when the key was seen to be gone. And a slot that
// ever meant anything else is looked at once more after a minute, so a write
// that takes effect up to a minute late is found and undone.
package push

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"github.com/ringflow/ringflow/controlplane"
)

// Store is what a pusher needs of the store.
type Store interface {
	controlplane.SlotStore
	ExpireOrders(ctx context.Context, now time.Time, limit int) (int, error)
}

// Config says what a pusher works with.
type Config struct {
	Store   Store
	Storage Storage
	Key     func(number string) string // storage key of an order number
	Owner   string                     // names this process in leases; never used twice
	Now     func() time.Time           // clock of orders and leases
	Log     *slog.Logger
	Pace    *Pace
	Workers int            // slots that are worked on at the same time
	Recheck time.Duration  // when a slot that meant something else before is looked at again
	Jitter  func() float64 // random, 0 <= f < 1, for back-off; called from many goroutines
}

// Times of a pusher. A lease outlives the three requests of an attempt; a
// request that has no answer in its time counts as unclear.
const (
	leaseTime   = 20 * time.Second
	requestTime = 5 * time.Second
	sweepEvery  = time.Second
	expireBatch = 100

	// DefaultRecheck is the usual Config.Recheck.
	DefaultRecheck = time.Minute
	// DefaultWorkers is the usual Config.Workers.
	DefaultWorkers = 8
)

// Pusher applies orders until its context ends.
type Pusher struct {
	watchers
	cfg     Config
	storage Storage
	wake    chan struct{}
	free    chan struct{} // one token for each idle worker
	working sync.WaitGroup

	mu   sync.Mutex
	busy map[controlplane.Slot]bool // slots that a worker of this process has in hand
}

// New returns a pusher that does nothing until Run.
func New(cfg Config) *Pusher {
	p := &Pusher{
		cfg: cfg, storage: paced{cfg.Storage, cfg.Pace},
		wake: make(chan struct{}, 1), free: make(chan struct{}, cfg.Workers),
		busy: map[controlplane.Slot]bool{},
	}
	for range cfg.Workers {
		p.free <- struct{}{}
	}
	return p
}

// Wake says that a slot may be due. It never blocks.
func (p *Pusher) Wake() { signal(p.wake) }

// Run works until ctx ends, and then until the attempts under way are recorded.
func (p *Pusher) Run(ctx context.Context) {
	defer p.working.Wait()
	tick := time.NewTicker(sweepEvery)
	defer tick.Stop()
	for {
		p.expire(ctx)
		p.dispatch(ctx)
		select {
		case <-ctx.Done():
			return
		case <-p.wake:
		case <-tick.C:
		}
	}
}

// expire ends the orders whose time is over.
func (p *Pusher) expire(ctx context.Context) {
	for ctx.Err() == nil {
		n, err := p.cfg.Store.ExpireOrders(ctx, p.cfg.Now(), expireBatch)
		if err != nil {
			p.storeFailed(ctx, "orders could not be expired", err)
		}
		if err != nil || n < expireBatch {
			return
		}
	}
}

// dispatch hands due slots to idle workers until none is due.
func (p *Pusher) dispatch(ctx context.Context) {
	for {
		idle := p.takeIdle(ctx)
		if idle == 0 {
			return
		}
		now := p.cfg.Now()
		leases, err := p.cfg.Store.ClaimSlots(ctx, p.cfg.Owner, now, now.Add(leaseTime), idle)
		if err != nil {
			p.storeFailed(ctx, "due slots could not be read", err)
		}
		for range idle - len(leases) {
			p.free <- struct{}{}
		}
		for _, l := range leases {
			p.working.Go(func() { p.work(ctx, l) })
		}
		if len(leases) < idle {
			return
		}
	}
}

// takeIdle waits for an idle worker and takes all there are; 0 when ctx ended.
func (p *Pusher) takeIdle(ctx context.Context) (n int) {
	select {
	case <-ctx.Done():
		return 0
	case <-p.free:
	}
	for n = 1; n < p.cfg.Workers; n++ {
		select {
		case <-p.free:
		default:
			return n
		}
	}
	return n
}

// work makes one attempt. A slot that a worker of this process still has in
// hand, because a clock jumped or the process stood still, is left to it.
func (p *Pusher) work(ctx context.Context, l controlplane.Lease) {
	defer func() { p.free <- struct{}{} }()
	if !p.begin(l.Slot) {
		return
	}
	defer p.end(l.Slot)
	p.attempt(context.WithoutCancel(ctx), l)
	p.notify(l.Slot)
}

func (p *Pusher) begin(s controlplane.Slot) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.busy[s] {
		return false
	}
	p.busy[s] = true
	return true
}

func (p *Pusher) end(s controlplane.Slot) {
	p.mu.Lock()
	defer p.mu.Unlock()
	delete(p.busy, s)
}

func (p *Pusher) storeFailed(ctx context.Context, what string, err error) {
	if ctx.Err() == nil {
		p.cfg.Log.Error(what, "err", err)
	}
}
