// Package storetest is the suite that every store of the control plane passes.
package storetest

import (
	"context"
	"crypto/sha256"
	"fmt"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ringflow/ringflow/controlplane"
)

// Store is what a store has to be.
type Store interface {
	controlplane.OrderStore
	controlplane.SlotStore
	controlplane.CallStore
}

// Run runs the suite. Open returns an empty store that is closed with the test.
func Run(t *testing.T, open func(t *testing.T) Store) {
	for _, c := range []struct {
		name string
		test func(*testing.T, Store)
	}{
		{"an order is kept and found", keptAndFound},
		{"an edit that wants nothing changes nothing", nothingChanged},
		{"generations go on when a number is used again", generationsGoOn},
		{"an active order makes room for the next one", makesRoom},
		{"orders end by their time", endByTime},
		{"pages cover all orders once", pages},
		{"a slot is leased to one worker", oneLease},
		{"a lease that ran out is taken over", leaseRunsOut},
		{"settling says what the platform holds", settling},
		{"settling an older generation leaves the slot due", settlingOlder},
		{"settling without the lease asks for a look", settlingLost},
		{"failures are counted and forgotten", failures},
		{"many writers of one number are one after the other", manyWriters},
		{"a call counts once", callOnce},
		{"calls are found by order and time", callsFound},
	} {
		t.Run(c.name, func(t *testing.T) { c.test(t, open(t)) })
	}
}

const tenant = controlplane.DefaultTenant

// at is a moment, counted from when each test begins.
func at(seconds int) time.Time { return time.Date(2026, 3, 1, 12, 0, seconds, 0, time.UTC) }

// sample is an order that lives for an hour.
func sample(id, number string) *controlplane.Order {
	return &controlplane.Order{
		ID: id, Tenant: tenant, Number: number, State: controlplane.Active,
		Courier: controlplane.NewPhone("12222222222"), Client: controlplane.NewPhone("13333333333"),
		ExpiresAt: at(3600), CreatedAt: at(0), UpdatedAt: at(0),
	}
}

// put stores o whatever was there before.
func put(t *testing.T, s Store, o *controlplane.Order) controlplane.Order {
	t.Helper()
	got, changed, err := s.ChangeOrder(t.Context(), o.Tenant, o.Number, func(*controlplane.Order) *controlplane.Order { c := *o; return &c })
	if err != nil || !changed || got == nil {
		t.Fatalf("ChangeOrder = %v, %v, %v", got, changed, err)
	}
	return *got
}

// edit changes the newest order in place.
func edit(t *testing.T, s Store, number string, change func(*controlplane.Order)) controlplane.Order {
	t.Helper()
	got, _, err := s.ChangeOrder(t.Context(), tenant, number, func(o *controlplane.Order) *controlplane.Order { c := *o; change(&c); return &c })
	if err != nil {
		t.Fatal(err)
	}
	return *got
}

func find(t *testing.T, s Store, number string) controlplane.Order {
	t.Helper()
	o, err := s.Order(t.Context(), tenant, number)
	if err != nil || o == nil {
		t.Fatalf("Order(%q) = %v, %v", number, o, err)
	}
	return *o
}

func claim(t *testing.T, s Store, owner string, second int) []controlplane.Lease {
	t.Helper()
	leases, err := s.ClaimSlots(t.Context(), owner, at(second), at(second+20), 10)
	if err != nil {
		t.Fatal(err)
	}
	return leases
}

func settle(t *testing.T, s Store, f controlplane.Settlement, second int) {
	t.Helper()
	if err := s.SettleSlot(t.Context(), f, at(second)); err != nil {
		t.Fatal(err)
	}
}

// same compares orders; phones are comparable, so == would do but for readability of a failure.
func same(t *testing.T, got, want controlplane.Order) {
	t.Helper()
	if got != want {
		t.Errorf("\n got %+v\nwant %+v", got, want)
	}
}

func keptAndFound(t *testing.T, s Store) {
	if o, err := s.Order(t.Context(), tenant, "00123"); o != nil || err != nil {
		t.Fatalf("an empty store has %v, %v", o, err)
	}
	want := *sample("a", "00123")
	want.Generation = 1
	same(t, put(t, s, sample("a", "00123")), want)
	same(t, find(t, s, "00123"), want)
	if o, _ := s.Order(t.Context(), "other", "00123"); o != nil {
		t.Error("another tenant sees the order")
	}
	want.Client, want.Generation, want.UpdatedAt = controlplane.NewPhone("13333333344"), 2, at(5)
	same(t, edit(t, s, "00123", func(o *controlplane.Order) { o.Client, o.UpdatedAt = want.Client, at(5) }), want)
	same(t, find(t, s, "00123"), want)
}

func nothingChanged(t *testing.T, s Store) {
	nothing := func(*controlplane.Order) *controlplane.Order { return nil }
	if o, changed, err := s.ChangeOrder(t.Context(), tenant, "1", nothing); o != nil || changed || err != nil {
		t.Errorf("ChangeOrder = %v, %v, %v", o, changed, err)
	}
	want := put(t, s, sample("a", "1"))
	claim(t, s, "w", 0)
	o, changed, err := s.ChangeOrder(t.Context(), tenant, "1", nothing)
	if err != nil || changed {
		t.Fatalf("changed = %v, %v", changed, err)
	}
	same(t, *o, want)
}

func generationsGoOn(t *testing.T, s Store) {
	put(t, s, sample("a", "1"))
	edit(t, s, "1", func(o *controlplane.Order) { o.State = controlplane.Closed })
	if got := put(t, s, sample("b", "1")); got.Generation != 3 || got.ID != "b" {
		t.Errorf("the second order is %+v, want generation 3", got)
	}
	orders, err := s.Orders(t.Context(), controlplane.OrderQuery{Tenant: tenant, Limit: 10})
	if err != nil || len(orders) != 2 || orders[1].State != controlplane.Closed || orders[1].Generation != 2 {
		t.Errorf("the first order is gone or changed: %+v, %v", orders, err)
	}
}

func makesRoom(t *testing.T, s Store) {
	put(t, s, sample("a", "1"))
	put(t, s, sample("b", "1"))
	active, err := s.Orders(t.Context(), controlplane.OrderQuery{Tenant: tenant, State: controlplane.Active, Limit: 10})
	if err != nil || len(active) != 1 || active[0].ID != "b" {
		t.Errorf("active: %+v, %v", active, err)
	}
}

func endByTime(t *testing.T, s Store) {
	for i := range 3 {
		o := sample(fmt.Sprint("a", i), fmt.Sprint(i))
		o.ExpiresAt = at(10 * (i + 1))
		put(t, s, o)
	}
	for _, step := range []struct{ second, limit, want int }{{9, 5, 0}, {20, 1, 1}, {20, 5, 1}, {20, 5, 0}, {99, 5, 1}} {
		if n, err := s.ExpireOrders(t.Context(), at(step.second), step.limit); n != step.want || err != nil {
			t.Fatalf("ExpireOrders at %d s = %d, %v; want %d", step.second, n, err, step.want)
		}
	}
	got := find(t, s, "0")
	if got.State != controlplane.Expired || got.Generation != 2 || !got.UpdatedAt.Equal(at(20)) {
		t.Errorf("%+v", got)
	}
	if n := len(claim(t, s, "w", 99)); n != 3 {
		t.Errorf("%d slots are due, want 3", n)
	}
}

func pages(t *testing.T, s Store) {
	for i := range 7 {
		put(t, s, sample(fmt.Sprintf("id-%02d", i), fmt.Sprint(i)))
	}
	edit(t, s, "3", func(o *controlplane.Order) { o.State = controlplane.Closed })
	var seen []string
	q := controlplane.OrderQuery{Tenant: tenant, State: controlplane.Active, Limit: 2}
	for {
		page, err := s.Orders(t.Context(), q)
		if err != nil {
			t.Fatal(err)
		}
		for _, o := range page {
			seen = append(seen, o.Number)
		}
		if len(page) < q.Limit {
			break
		}
		q.Before = page[len(page)-1].ID
	}
	if got := strings.Join(seen, " "); got != "6 5 4 2 1 0" {
		t.Errorf("pages show %s", got)
	}
}

func oneLease(t *testing.T, s Store) {
	put(t, s, sample("a", "1"))
	put(t, s, sample("b", "2"))
	first, err := s.ClaimSlots(t.Context(), "w1", at(0), at(20), 1)
	if err != nil || len(first) != 1 || first[0].Owner != "w1" || !first[0].Until.Equal(at(20)) {
		t.Fatalf("w1 holds %+v, %v", first, err)
	}
	second := claim(t, s, "w2", 1)
	if len(second) != 1 || second[0].Number == first[0].Number {
		t.Errorf("w2 holds %+v beside %+v", second, first)
	}
	put(t, s, sample("c", first[0].Number))
	if again := claim(t, s, "w3", 2); len(again) != 0 {
		t.Errorf("a new order opened the lease of its number: %+v", again)
	}
	o, _, err := s.SlotOrder(t.Context(), first[0].Slot)
	if err != nil || o.ID != "c" {
		t.Errorf("the holder reads %+v, %v; want the newest order", o, err)
	}
}

func leaseRunsOut(t *testing.T, s Store) {
	put(t, s, sample("a", "1"))
	claim(t, s, "w1", 0)
	if got := claim(t, s, "w2", 19); len(got) != 0 {
		t.Errorf("taken over before its time: %+v", got)
	}
	if got := claim(t, s, "w2", 20); len(got) != 1 {
		t.Errorf("not taken over: %+v", got)
	}
}

func settling(t *testing.T, s Store) {
	o := put(t, s, sample("a", "1"))
	if o.Sync() != controlplane.Pending {
		t.Errorf("fresh: %s", o.Sync())
	}
	l := claim(t, s, "w", 0)[0]
	settle(t, s, controlplane.Settlement{Lease: l, Generation: 1, Err: "the platform is away", DueAt: at(30)}, 1)
	if o = find(t, s, "1"); o.Sync() != controlplane.Failing || o.LastError != "the platform is away" || o.Applied != 0 {
		t.Errorf("failed: %+v", o)
	}
	if early := claim(t, s, "w", 29); len(early) != 0 {
		t.Errorf("due before its time: %+v", early)
	}
	l = claim(t, s, "w", 30)[0]
	settle(t, s, controlplane.Settlement{Lease: l, Generation: 1}, 31)
	if o = find(t, s, "1"); o.Sync() != controlplane.Applied || o.LastError != "" || o.Applied != 1 {
		t.Errorf("applied: %+v", o)
	}
	if rest := claim(t, s, "w", 100000); len(rest) != 0 {
		t.Errorf("still due: %+v", rest)
	}
}

func settlingOlder(t *testing.T, s Store) {
	put(t, s, sample("a", "1"))
	l := claim(t, s, "w", 0)[0]
	edit(t, s, "1", func(o *controlplane.Order) { o.State, o.UpdatedAt = controlplane.Closed, at(1) })
	settle(t, s, controlplane.Settlement{Lease: l, Generation: 1}, 2)
	if o := find(t, s, "1"); o.Applied != 1 || o.Generation != 2 || o.Sync() != controlplane.Pending {
		t.Errorf("%+v", o)
	}
	if got := claim(t, s, "w", 2); len(got) != 1 {
		t.Error("the newer generation is not due")
	}
}

func settlingLost(t *testing.T, s Store) {
	put(t, s, sample("a", "1"))
	slow := claim(t, s, "slow", 0)[0]
	quick := claim(t, s, "quick", 20)[0]
	settle(t, s, controlplane.Settlement{Lease: quick, Generation: 1}, 21)
	settle(t, s, controlplane.Settlement{Lease: slow, Generation: 1, Err: "late"}, 25)
	if o := find(t, s, "1"); o.Sync() != controlplane.Applied || o.LastError != "" {
		t.Errorf("a worker without the lease changed the state: %+v", o)
	}
	if got := claim(t, s, "w", 25); len(got) != 1 {
		t.Error("nobody will look at what the late worker did")
	}
}

func failures(t *testing.T, s Store) {
	put(t, s, sample("a", "1"))
	want := func(n int) {
		t.Helper()
		if _, got, err := s.SlotOrder(t.Context(), controlplane.Slot{Tenant: tenant, Number: "1"}); got != n || err != nil {
			t.Errorf("failures = %d, %v; want %d", got, err, n)
		}
	}
	for i := range 3 {
		l := claim(t, s, "w", i)[0]
		settle(t, s, controlplane.Settlement{Lease: l, Generation: 1, Err: "x", DueAt: at(i)}, i)
		want(i + 1)
	}
	edit(t, s, "1", func(o *controlplane.Order) { o.ExpiresAt = at(7200) })
	want(0)
}

func manyWriters(t *testing.T, s Store) {
	put(t, s, sample("a", "1"))
	const n = 64
	var group sync.WaitGroup
	for i := range n {
		group.Go(func() {
			_, _, err := s.ChangeOrder(context.Background(), tenant, "1", func(o *controlplane.Order) *controlplane.Order {
				c := *o
				c.ExpiresAt = c.ExpiresAt.Add(time.Second)
				return &c
			})
			if err != nil {
				t.Errorf("writer %d: %v", i, err)
			}
		})
	}
	group.Wait()
	if o := find(t, s, "1"); o.Generation != n+1 || !o.ExpiresAt.Equal(at(3600+n)) {
		t.Errorf("after %d changes: generation %d, ends %s", n, o.Generation, o.ExpiresAt)
	}
}

func call(id, number, body string) controlplane.Call {
	return controlplane.Call{
		ID: id, Tenant: tenant, Number: number, BodySHA256: sha256.Sum256([]byte(body)), ReceivedAt: at(0),
		Fields: []controlplane.Field{{Name: "order_number", Value: number}, {Name: "call_record", Value: ""}},
		Facts: controlplane.Facts{
			Session: "s", Flow: "kvs-scenario", OrderGeneration: 7, StartedAt: at(-60), EndedAt: at(-1), EndedBy: "caller",
			Path: []string{"main/answer", "main/gather"}, Legs: []controlplane.Leg{{Role: "client", Outcome: "busy", Code: 486, RingingMS: 1200}},
		},
	}
}

func callOnce(t *testing.T, s Store) {
	c := call("s-1", "12345", "x")
	added, _, err := s.AddCall(t.Context(), c)
	if !added || err != nil {
		t.Fatalf("AddCall = %v, %v", added, err)
	}
	added, first, err := s.AddCall(t.Context(), call("s-1", "99999", "y"))
	if added || err != nil || first != c.BodySHA256 {
		t.Errorf("the second AddCall = %v, %x, %v", added, first, err)
	}
	rows, err := s.Calls(t.Context(), controlplane.CallQuery{Tenant: tenant, Limit: 10})
	if err != nil || len(rows) != 1 || !reflect.DeepEqual(rows[0].Call, c) {
		t.Errorf("\n got %+v, %v\nwant %+v", rows, err, c)
	}
}

func callsFound(t *testing.T, s Store) {
	for i, number := range []string{"1", "2", "1", "", "1"} {
		c := call(fmt.Sprint("s-", i), number, "x")
		c.ReceivedAt = at(i * 10)
		if _, _, err := s.AddCall(t.Context(), c); err != nil {
			t.Fatal(err)
		}
	}
	for _, tt := range []struct {
		q    controlplane.CallQuery
		want string
	}{
		{controlplane.CallQuery{}, "s-4 s-3 s-2 s-1 s-0"},
		{controlplane.CallQuery{Number: "1"}, "s-4 s-2 s-0"},
		{controlplane.CallQuery{Since: at(10), Until: at(30)}, "s-2 s-1"},
		{controlplane.CallQuery{Number: "1", Since: at(1)}, "s-4 s-2"},
		{controlplane.CallQuery{Limit: 2}, "s-4 s-3"},
		{controlplane.CallQuery{Limit: 2, Before: 4}, "s-2 s-1"},
	} {
		tt.q.Tenant, tt.q.Limit = tenant, max(tt.q.Limit, 0)
		if tt.q.Limit == 0 {
			tt.q.Limit = 10
		}
		rows, err := s.Calls(t.Context(), tt.q)
		var got []string
		for _, r := range rows {
			got = append(got, r.ID)
		}
		if strings.Join(got, " ") != tt.want || err != nil {
			t.Errorf("%+v: %v, %v; want %s", tt.q, got, err, tt.want)
		}
	}
}
