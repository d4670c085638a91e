// Package order accepts orders: it decides what a request means for the order
// that is there already, keeps the outcome and wakes whoever brings it to the
// platform. The rules of what may be accepted are in contract.go and phone.go.
package order

import (
	"context"
	"time"

	"github.com/ringflow/ringflow/controlplane"
)

// Service implements controlplane.Orders. All fields are needed.
type Service struct {
	Store    controlplane.OrderStore
	Contract Contract
	Now      func() time.Time
	NewID    func() string // UUIDv7
	// Wake tells the pusher that a slot has work. It must not block.
	Wake func()
	// Changes returns a channel that receives when something was applied under a
	// number, until stop is called.
	Changes func(controlplane.Slot) (changed <-chan struct{}, stop func())
}

// Put makes the draft what number means. An active order with the same pair and
// the same end stays as it is; one with another pair goes on under the same id
// with the next generation; otherwise a new order begins.
func (s *Service) Put(ctx context.Context, tenant, number string, d controlplane.Draft) (controlplane.Order, error) {
	if err := s.Contract.CheckNumber(number); err != nil {
		return controlplane.Order{}, err
	}
	now := s.Now()
	id := s.NewID()
	return s.change(ctx, tenant, number, func(newest *controlplane.Order) *controlplane.Order {
		if newest == nil || !activeAt(*newest, now) {
			return &controlplane.Order{
				ID: id, Tenant: tenant, Number: number, State: controlplane.Active,
				Courier: d.Courier, Client: d.Client, ExpiresAt: d.ExpiresAt, CreatedAt: now, UpdatedAt: now,
			}
		}
		if newest.Courier == d.Courier && newest.Client == d.Client && newest.ExpiresAt.Sub(d.ExpiresAt).Abs() <= d.Slack {
			return nil
		}
		next := *newest
		next.Courier, next.Client, next.ExpiresAt, next.UpdatedAt = d.Courier, d.Client, d.ExpiresAt, now
		return &next
	})
}

// activeAt reports whether an order still connects at a moment: its own end
// counts at once, also before anybody recorded it.
func activeAt(o controlplane.Order, now time.Time) bool {
	return o.State == controlplane.Active && o.ExpiresAt.After(now)
}

// Close ends the active order under number.
func (s *Service) Close(ctx context.Context, tenant, number string) (controlplane.Order, error) {
	now := s.Now()
	return s.change(ctx, tenant, number, func(newest *controlplane.Order) *controlplane.Order {
		if newest == nil || newest.State != controlplane.Active {
			return nil
		}
		next := *newest
		next.State, next.UpdatedAt = controlplane.Closed, now
		return &next
	})
}

func (s *Service) change(ctx context.Context, tenant, number string, edit controlplane.Edit) (controlplane.Order, error) {
	o, changed, err := s.Store.ChangeOrder(ctx, tenant, number, edit)
	if err != nil {
		return controlplane.Order{}, controlplane.StoreProblem(err)
	}
	if o == nil {
		return controlplane.Order{}, noOrder()
	}
	if changed {
		s.Wake()
	}
	return *o, nil
}

// Get returns the newest order under number.
func (s *Service) Get(ctx context.Context, tenant, number string) (controlplane.Order, error) {
	o, err := s.Store.Order(ctx, tenant, number)
	if err != nil {
		return controlplane.Order{}, controlplane.StoreProblem(err)
	}
	if o == nil {
		return controlplane.Order{}, noOrder()
	}
	return *o, nil
}

// noOrder does not repeat the number: what was typed into an address may be anything.
func noOrder() error {
	return controlplane.Problemf(controlplane.CodeNoOrder, "it was never posted, or under another tenant's key")
}

// List returns one page of orders.
func (s *Service) List(ctx context.Context, q controlplane.OrderQuery) ([]controlplane.Order, error) {
	orders, err := s.Store.Orders(ctx, q)
	if err != nil {
		return nil, controlplane.StoreProblem(err)
	}
	return orders, nil
}

// recheck is how often a waiting request looks at the store by itself, for what
// another replica applied.
const recheck = time.Second

// Await waits until the generation of o is applied, at most until ctx ends.
func (s *Service) Await(ctx context.Context, o controlplane.Order) (newest controlplane.Order, applied bool, err error) {
	changed, stop := s.Changes(controlplane.Slot{Tenant: o.Tenant, Number: o.Number})
	defer stop()
	tick := time.NewTicker(recheck)
	defer tick.Stop()
	for {
		newest, err = s.Get(context.WithoutCancel(ctx), o.Tenant, o.Number)
		if err != nil || newest.Applied >= o.Generation {
			return newest, err == nil, err
		}
		select {
		case <-ctx.Done():
			return newest, false, nil
		case <-changed:
		case <-tick.C:
		}
	}
}
