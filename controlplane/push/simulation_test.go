package push

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/ringflow/ringflow/controlplane"
	"github.com/ringflow/ringflow/controlplane/seal"
	"github.com/ringflow/ringflow/controlplane/store/sqlite"
)

// flaky is a platform in virtual time that answers slowly, refuses, breaks, and
// applies what it was asked to do at once, late, or never.
type flaky struct {
	mu      sync.Mutex
	random  *rand.Rand
	items   map[string]string
	inRow   map[string]int // faults in a row, by key
	calm    bool           // no faults any more; what is late stays late
	changed func(key, value string)
}

// mostInRow bounds the faults that one key meets in a row, so that the time
// until an order is applied is bounded too. latest is how late a request may
// take effect: the promise of package push covers a minute from its start.
const (
	mostInRow = 3
	latest    = 50 * time.Second
)

func (f *flaky) Set(ctx context.Context, key, value string, _ time.Time) error {
	return f.request(ctx, key, func() { f.put(key, value) })
}

func (f *flaky) Delete(ctx context.Context, key string) error {
	return f.request(ctx, key, func() { f.put(key, "") })
}

func (f *flaky) Get(ctx context.Context, key string) (value string, found bool, err error) {
	err = f.request(ctx, key, func() {})
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.items[key], f.items[key] != "", err
}

// put changes the storage, with the lock held.
func (f *flaky) put(key, value string) {
	f.items[key] = value
	f.changed(key, value)
}

// request lets some time pass and then does what chance decides.
func (f *flaky) request(ctx context.Context, key string, effect func()) error {
	f.mu.Lock()
	latency := time.Duration(1+f.random.IntN(300)) * time.Millisecond
	fault := f.fault(key)
	late := time.Duration(f.random.Int64N(int64(latest)))
	f.mu.Unlock()
	apply := func() { f.mu.Lock(); effect(); f.mu.Unlock() }
	time.Sleep(latency)
	switch fault {
	case 1:
		return fmt.Errorf("code 340: %w", ErrLimited)
	case 2:
		return errors.New("code 101, refused")
	case 3:
		return fmt.Errorf("status 502: %w", ErrUnclear)
	case 4:
		apply()
		return fmt.Errorf("status 502: %w", ErrUnclear)
	case 5:
		time.AfterFunc(late, apply)
		<-ctx.Done()
		return fmt.Errorf("timeout: %w", ErrUnclear)
	}
	apply()
	return nil
}

// float is chance that is safe for many goroutines.
func (f *flaky) float() float64 {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.random.Float64()
}

// fault draws a fault, 0 for none.
func (f *flaky) fault(key string) int {
	n := f.random.IntN(12)
	if f.calm || n > 5 || f.inRow[key] >= mostInRow {
		n = 0
	}
	if f.inRow[key]++; n == 0 {
		f.inRow[key] = 0
	}
	return n
}

// within is the promise: how long after an acknowledged change the old pair may
// still be connected, with the faults of flaky. Each of at most mostInRow+1
// attempts takes up to 15 s and then waits; a late write is undone by the check
// a minute later, which may meet as many faults.
const within = 4 * time.Minute

// world is one simulated run.
type world struct {
	t       *testing.T
	random  *rand.Rand
	store   *sqlite.Store
	flaky   *flaky
	recheck time.Duration
	found   []string // violations

	mu    sync.Mutex
	acked map[string]ack
	wrong map[string]time.Time // since when a key holds what it must not hold
}

// ack is what the backend was told last about a number.
type ack struct {
	value string
	at    time.Time
}

func newWorld(t *testing.T, seed uint64, recheck time.Duration) *world {
	random := rand.New(rand.NewPCG(seed, 1))
	w := &world{t: t, random: random, recheck: recheck, acked: map[string]ack{}, wrong: map[string]time.Time{}}
	w.flaky = &flaky{random: rand.New(rand.NewPCG(seed, 2)), items: map[string]string{}, inRow: map[string]int{}, changed: w.observe}
	keys, err := seal.Parse(seal.NewKey())
	if err != nil {
		t.Fatal(err)
	}
	w.store, err = sqlite.Open(context.Background(), sqlite.Options{Path: filepath.Join(t.TempDir(), "r.db"), Keys: keys, Careless: true})
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// observe judges every change of the storage: a pair that was there before an
// acknowledged change may not be there long after it.
func (w *world) observe(key, value string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.judge(key)
	delete(w.wrong, key)
	if a := w.acked[key]; value != "" && value != a.value {
		w.wrong[key] = a.at
		w.judge(key)
	}
}

// judge notes a violation when a key holds an old pair for too long.
func (w *world) judge(key string) {
	if since, ok := w.wrong[key]; ok && time.Since(since) > within {
		w.found = append(w.found, fmt.Sprintf("key %s held an old pair %s after the change", key, time.Since(since)))
	}
}

// change does what a backend does to a number, and remembers the answer.
func (w *world) change(number string) {
	what := w.random.IntN(3)
	id := strconv.FormatUint(w.random.Uint64(), 16)
	client := controlplane.NewPhone(fmt.Sprintf("1333333%04d", w.random.IntN(10000)))
	life := time.Duration(20+w.random.IntN(180)) * time.Second
	now := time.Now()
	o, changed, err := w.store.ChangeOrder(context.Background(), controlplane.DefaultTenant, number, func(o *controlplane.Order) *controlplane.Order {
		if o == nil || o.State != controlplane.Active {
			return &controlplane.Order{
				ID: id, Tenant: controlplane.DefaultTenant, Number: number, State: controlplane.Active,
				Courier: controlplane.NewPhone("12222222222"), Client: client,
				ExpiresAt: now.Add(life).Truncate(time.Second), CreatedAt: now, UpdatedAt: now,
			}
		}
		next := *o
		next.Client, next.UpdatedAt = client, now
		if what == 0 {
			next.State = controlplane.Closed
		}
		return &next
	})
	if err != nil {
		w.t.Error(err)
	}
	if changed {
		w.acknowledge(*o, now)
	}
}

func (w *world) acknowledge(o controlplane.Order, now time.Time) {
	value := ""
	if o.State == controlplane.Active {
		value, _ = Value(o)
	}
	w.flaky.mu.Lock()
	defer w.flaky.mu.Unlock()
	w.mu.Lock()
	defer w.mu.Unlock()
	w.judge(o.Number)
	w.acked[o.Number] = ack{value, now}
	if held := w.flaky.items[o.Number]; held != "" && held != value {
		if _, ok := w.wrong[o.Number]; !ok {
			w.wrong[o.Number] = now
		}
	}
}

// replica runs a pusher until stop; the kill before leaves its leases behind.
func (w *world) replica(name string) (wake func(), stop func()) {
	ctx, cancel := context.WithCancel(context.Background())
	p := New(Config{
		Store: w.store, Storage: w.flaky, Key: func(n string) string { return n }, Owner: name, Now: time.Now,
		Log: slog.New(slog.NewTextHandler(io.Discard, nil)), Pace: NewPace(50), Workers: 4, Recheck: w.recheck,
		Jitter: w.flaky.float,
	})
	done := make(chan struct{})
	go func() { defer close(done); p.Run(ctx) }()
	return p.Wake, func() { cancel(); <-done }
}

// run plays faults and changes for some minutes, then lets the platform recover
// and demands that storage and orders agree.
func (w *world) run() {
	wake1, stop1 := w.replica("one")
	_, stop2 := w.replica("two")
	for range 60 {
		number := strconv.Itoa(w.random.IntN(5))
		w.change(number)
		if w.random.IntN(2) == 0 {
			wake1()
		}
		time.Sleep(time.Duration(w.random.IntN(8000)) * time.Millisecond)
	}
	w.flaky.mu.Lock()
	w.flaky.calm = true
	w.flaky.mu.Unlock()
	time.Sleep(within + 2*time.Minute) // every order has ended by now, too
	stop1()
	stop2()
	w.agree()
	if err := w.store.Close(); err != nil {
		w.t.Error(err)
	}
}

func (w *world) agree() {
	for number := range w.acked {
		o, err := w.store.Order(context.Background(), controlplane.DefaultTenant, number)
		if err != nil || o.Sync() != controlplane.Applied || o.State == controlplane.Active {
			w.found = append(w.found, fmt.Sprintf("order %s ended as %+v, %v", number, o, err))
		}
		if held := w.flaky.items[number]; held != "" {
			w.found = append(w.found, fmt.Sprintf("key %s holds a pair for ever", number))
		}
	}
}

func simulate(t *testing.T, seed uint64, recheck time.Duration) (found []string) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t, seed, recheck)
		w.run()
		found = w.found
	})
	return found
}

// seeds is how many runs the test makes; SEEDS asks for more.
func seeds(t *testing.T, usual int) uint64 {
	if text := os.Getenv("SEEDS"); text != "" {
		n, err := strconv.Atoi(text)
		if err != nil {
			t.Fatal(err)
		}
		return uint64(n)
	}
	return uint64(usual)
}

func TestTheOldPairNeverStays(t *testing.T) {
	for seed := range seeds(t, 25) {
		if found := simulate(t, seed, DefaultRecheck); len(found) > 0 {
			t.Fatalf("seed %d: %s", seed, strings.Join(found, "\n"))
		}
	}
}

// TestTheSimulationFindsAPusherThatDoesNotCheck shows that the test above can
// fail: without the second look a late write brings the old pair back.
func TestTheSimulationFindsAPusherThatDoesNotCheck(t *testing.T) {
	for seed := range uint64(40) {
		if len(simulate(t, seed, 365*24*time.Hour)) > 0 {
			return
		}
	}
	t.Error("40 runs without the second look were all fine; the simulation sees nothing")
}
