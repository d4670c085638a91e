package push

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/ringflow/ringflow/controlplane"
)

// attempt makes the platform hold what the newest order of a slot wants, and
// records the outcome. It ends within the lease.
func (p *Pusher) attempt(ctx context.Context, l controlplane.Lease) {
	o, failures, err := p.cfg.Store.SlotOrder(ctx, l.Slot)
	if err != nil {
		p.storeFailed(ctx, "an order could not be read", err) // the lease runs out by itself
		return
	}
	limited, cancel := context.WithTimeout(ctx, leaseTime-requestTime)
	defer cancel()
	checking := o.Applied >= o.Generation
	wrote, err := p.converge(limited, o, checking || failures > 0)
	s := controlplane.Settlement{Lease: l, Generation: o.Generation}
	switch now := p.cfg.Now(); {
	case err != nil:
		s.Err = short(controlplane.Scrub(err.Error()))
		s.DueAt = now.Add(p.backOff(failures))
		p.cfg.Log.Warn("an order could not be applied", "number", o.Number, "generation", o.Generation, "attempt", failures+1, "err", s.Err)
	case o.Generation > 1 && (wrote || !checking):
		s.DueAt = now.Add(p.cfg.Recheck)
	}
	if checking && wrote {
		p.cfg.Log.Warn("the storage held something else and was corrected", "number", o.Number, "generation", o.Generation)
	}
	if err := p.cfg.Store.SettleSlot(ctx, s, p.cfg.Now()); err != nil {
		p.storeFailed(ctx, "an outcome could not be recorded", err)
	}
}

// wish is what the storage should hold under a key.
type wish struct {
	key     string
	value   string // "" for nothing
	expires time.Time
}

func (p *Pusher) wish(o controlplane.Order) (w wish, err error) {
	w.key, w.expires = p.cfg.Key(o.Number), o.ExpiresAt
	if o.State == controlplane.Active && o.ExpiresAt.After(p.cfg.Now()) {
		w.value, err = Value(o)
	}
	return w, err
}

// converge makes the storage hold what o wants. With look it reads first and
// writes only what is different. A write counts when the platform said so, a
// removal and a write whose outcome is not known when reading confirms them.
func (p *Pusher) converge(ctx context.Context, o controlplane.Order, look bool) (wrote bool, err error) {
	w, err := p.wish(o)
	if err != nil {
		return false, err
	}
	if look {
		if same, err := p.holds(ctx, w); same || err != nil {
			return false, err
		}
	}
	err = p.write(ctx, w)
	if err == nil && w.value != "" || err != nil && !errors.Is(err, ErrUnclear) {
		return true, err
	}
	same, readErr := p.holds(ctx, w)
	switch {
	case same:
		return true, nil
	case readErr != nil:
		return true, errors.Join(err, readErr)
	case err != nil:
		return true, fmt.Errorf("%w; it had not taken effect when the storage was read back", err)
	default:
		return true, errors.New("the key was removed and is still there")
	}
}

func (p *Pusher) write(ctx context.Context, w wish) error {
	if w.value == "" {
		return p.storage.Delete(ctx, w.key)
	}
	return p.storage.Set(ctx, w.key, w.value, w.expires)
}

// holds reports whether the storage holds exactly what is wished.
func (p *Pusher) holds(ctx context.Context, w wish) (bool, error) {
	got, found, err := p.storage.Get(ctx, w.key)
	if err != nil {
		return false, fmt.Errorf("the storage could not be read back: %w", err)
	}
	return found == (w.value != "") && got == w.value, nil
}

// Back-off doubles from the first to the longest wait; a quarter of it is random.
const (
	firstWait   = time.Second
	longestWait = time.Minute
)

func (p *Pusher) backOff(failures int) time.Duration {
	wait := longestWait
	if failures < 6 {
		wait = min(firstWait<<failures, longestWait)
	}
	return wait - time.Duration(p.cfg.Jitter()*float64(wait)/4)
}

// short keeps an error text within what is kept and shown.
func short(text string) string {
	const most = 300
	if len(text) > most {
		text = text[:most] + "..."
	}
	return text
}
