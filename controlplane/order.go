package controlplane

import "time"

// DefaultTenant owns everything until there are several tenants.
const DefaultTenant = "default"

// Order says which two people one number connects, and until when.
type Order struct {
	ID     string // UUIDv7, never used again
	Tenant string
	// Number is what a caller types, leading zeros kept. It is unique among the
	// active orders of a tenant, and may be used again after a close.
	Number  string
	Courier Phone
	Client  Phone
	State   State
	// Generation numbers the meanings of Number: it grows with every change and
	// goes on counting when a later order takes the same number, so number and
	// generation together name one pair of people for ever.
	Generation int64
	// Applied is the newest generation that the platform is known to hold, at
	// most Generation: an order that was replaced counts as applied when what
	// replaced it is there.
	Applied   int64
	LastError string    // why the last attempt to apply failed, "" when it did not
	ExpiresAt time.Time // whole seconds, as the platform keeps it
	CreatedAt time.Time
	UpdatedAt time.Time
}

// State is what an order wants to be.
type State string

// The states of an order. Closed and expired orders never become active again.
const (
	Active  State = "active"  // the number connects the pair
	Closed  State = "closed"  // ended by the backend
	Expired State = "expired" // ended by its own time
)

// SyncState says whether the platform holds what the order wants.
type SyncState string

// The sync states of an order.
const (
	Pending SyncState = "pending" // accepted, not yet applied
	Applied SyncState = "applied" // the platform was seen to hold it
	Failing SyncState = "failing" // the last attempt failed; it is repeated until it succeeds
)

// Sync returns where the order stands on its way to the platform.
func (o Order) Sync() SyncState {
	switch {
	case o.Applied >= o.Generation:
		return Applied
	case o.LastError != "":
		return Failing
	default:
		return Pending
	}
}

// Draft is an order as a backend asks for it, already read and found good.
type Draft struct {
	Courier   Phone
	Client    Phone
	ExpiresAt time.Time // whole seconds
	// Slack is how far apart the ends of this order and of the active one may be
	// and still be the same request, repeated.
	Slack time.Duration
}

// OrderQuery selects orders of a tenant, newest first.
type OrderQuery struct {
	Tenant string
	State  State  // "" for all
	Before string // id of the last order of the page before; "" for the first page
	Limit  int    // at least 1
}
