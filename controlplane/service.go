package controlplane

import (
	"context"
	"time"
)

// Orders is what package order offers to the API. Errors are *Problem.
type Orders interface {
	// Put makes the pair of the draft what number means. Repeating it changes nothing.
	Put(ctx context.Context, tenant, number string, d Draft) (Order, error)
	// Get returns the newest order under number, whatever its state.
	Get(ctx context.Context, tenant, number string) (Order, error)
	// Close ends the active order under number. Closing what has ended changes nothing.
	Close(ctx context.Context, tenant, number string) (Order, error)
	// List returns one page of orders.
	List(ctx context.Context, q OrderQuery) ([]Order, error)
	// Await waits until the generation of o is applied, at most until ctx ends.
	// It returns what number means by then, and whether the generation is applied.
	Await(ctx context.Context, o Order) (newest Order, applied bool, err error)
}

// Calls is what package call offers to the API. Errors are *Problem.
type Calls interface {
	// Record keeps a call result. It reports true for a result that was there
	// already, and a Problem when another result has the same id.
	Record(ctx context.Context, c Call) (duplicate bool, err error)
	// List returns one page of calls.
	List(ctx context.Context, q CallQuery) ([]CallRow, error)
}

// Edit turns the newest order under a number into what it should be. It gets
// nil when the number was never used and returns nil to leave everything as it
// is. An order with another ID is added, and the one before it ends if it was
// active still; one with the same ID replaces its row. The store numbers the generation. Edit runs inside a transaction and must be
// quick and free of side effects.
type Edit func(newest *Order) *Order

// OrderStore keeps orders. A call that returns without error is on the disk.
type OrderStore interface {
	// ChangeOrder applies edit and returns the newest order under number
	// afterwards, nil when there is none, and whether anything changed.
	ChangeOrder(ctx context.Context, tenant, number string, edit Edit) (o *Order, changed bool, err error)
	// Order returns the newest order under number, nil when there is none.
	Order(ctx context.Context, tenant, number string) (*Order, error)
	Orders(ctx context.Context, q OrderQuery) ([]Order, error)
	// ExpireOrders ends at most limit active orders whose time is over at now,
	// and returns how many it ended.
	ExpireOrders(ctx context.Context, now time.Time, limit int) (int, error)
}

// Slot is the place of one number in the platform's storage. All orders that
// ever had the number share it, and whoever writes to it holds its lease.
type Slot struct{ Tenant, Number string }

// Lease is the right of one worker to write to a slot until its time is over.
// The time must end after every request that the worker started under it.
type Lease struct {
	Slot
	Owner string
	Until time.Time
}

// Settlement is what a worker found out under a lease.
type Settlement struct {
	Lease
	Generation int64     // that was written or checked
	Err        string    // "" when the platform holds the generation
	DueAt      time.Time // when to look at the slot again; zero for never
}

// SlotStore hands out slots that have work and keeps what came of it.
type SlotStore interface {
	// ClaimSlots leases at most limit slots that are due at now and that nobody holds.
	ClaimSlots(ctx context.Context, owner string, now, until time.Time, limit int) ([]Lease, error)
	// SlotOrder returns the newest order of a slot and how many attempts to
	// apply it have failed in a row.
	SlotOrder(ctx context.Context, s Slot) (o Order, failures int, err error)
	// SettleSlot records the outcome and gives the lease back. When the order
	// changed meanwhile, or the lease was lost, the slot is due at once instead.
	SettleSlot(ctx context.Context, s Settlement, now time.Time) error
}

// CallStore keeps call results.
type CallStore interface {
	// AddCall keeps c unless its id is there already; then it returns the hash
	// of the body that came first.
	AddCall(ctx context.Context, c Call) (added bool, first [32]byte, err error)
	Calls(ctx context.Context, q CallQuery) ([]CallRow, error)
}
