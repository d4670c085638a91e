package push

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"go.uber.org/goleak"

	"github.com/ringflow/ringflow/controlplane"
	"github.com/ringflow/ringflow/controlplane/order"
	"github.com/ringflow/ringflow/controlplane/seal"
	"github.com/ringflow/ringflow/controlplane/store/sqlite"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// recorder is a storage that works, writes down each request, and fails the
// next ones as told.
type recorder struct {
	mu    sync.Mutex
	items map[string]string
	log   []string
	fail  []error // one for each of the next requests
}

func (r *recorder) note(format string, args ...any) error {
	r.log = append(r.log, fmt.Sprintf(format, args...))
	if len(r.fail) == 0 {
		return nil
	}
	err := r.fail[0]
	r.fail = r.fail[1:]
	return err
}

func (r *recorder) Set(_ context.Context, key, value string, expiresAt time.Time) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.note("set %s %s until %d", key, value, expiresAt.Unix()); err != nil {
		return err
	}
	r.items[key] = value
	return nil
}

func (r *recorder) Get(_ context.Context, key string) (string, bool, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	err := r.note("get %s", key)
	v, ok := r.items[key]
	return v, ok, err
}

func (r *recorder) Delete(_ context.Context, key string) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.note("del %s", key); err != nil {
		return err
	}
	delete(r.items, key)
	return nil
}

// put changes the storage behind the pusher's back.
func (r *recorder) put(key, value string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.items[key] = value
}

// failNext makes the next requests end like this, nil for a success.
func (r *recorder) failNext(errs ...error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.fail = append(r.fail, errs...)
}

// took returns the requests since the last call.
func (r *recorder) took() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	out := strings.Join(r.log, "; ")
	r.log = nil
	return out
}

// bench is a whole small control plane without its HTTP side, in virtual time
// that starts at the Unix second 946684800.
type bench struct {
	*testing.T
	storage *recorder
	orders  *order.Service
	pusher  *Pusher
	log     *strings.Builder
}

func onBench(t *testing.T, play func(b *bench)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		keys, err := seal.Parse(seal.NewKey())
		if err != nil {
			t.Fatal(err)
		}
		store, err := sqlite.Open(t.Context(), sqlite.Options{Path: filepath.Join(t.TempDir(), "r.db"), Keys: keys, Careless: true})
		if err != nil {
			t.Fatal(err)
		}
		defer store.Close()
		b := &bench{T: t, storage: &recorder{items: map[string]string{}}, log: &strings.Builder{}}
		b.pusher = New(Config{
			Store: store, Storage: b.storage, Key: func(n string) string { return "order:" + n }, Owner: "w", Now: time.Now,
			Log: slog.New(slog.NewTextHandler(io.MultiWriter(b.log, t.Output()), nil)), Pace: NewPace(1000),
			Workers: 2, Recheck: DefaultRecheck, Jitter: func() float64 { return 0 },
		})
		id := 0
		b.orders = &order.Service{
			Store: store, Now: time.Now, Wake: b.pusher.Wake, Changes: b.pusher.Watch,
			NewID: func() string { id++; return fmt.Sprintf("id-%03d", id) },
		}
		ctx, cancel := context.WithCancel(t.Context())
		done := make(chan struct{})
		go func() { defer close(done); b.pusher.Run(ctx) }()
		play(b)
		cancel()
		<-done
	})
}

// rest lets a time pass and everything that it brings happen, and returns the requests.
func (b *bench) rest(d time.Duration) string {
	time.Sleep(d)
	synctest.Wait()
	return b.storage.took()
}

func (b *bench) put(client string, life time.Duration) controlplane.Order {
	b.Helper()
	o, err := b.orders.Put(b.Context(), controlplane.DefaultTenant, "12345", controlplane.Draft{
		Courier: controlplane.NewPhone("12222222222"), Client: controlplane.NewPhone(client), ExpiresAt: time.Now().Add(life),
	})
	if err != nil {
		b.Fatal(err)
	}
	return o
}

func (b *bench) want(what, got, want string) {
	b.Helper()
	if got != want {
		b.Errorf("%s:\n got %s\nwant %s", what, got, want)
	}
}

const firstValue = `{"v":1,"courier":"12222222222","client":"13333333333","g":1,"x":946688400}`

func TestAnOrderIsAppliedAtOnce(t *testing.T) {
	onBench(t, func(b *bench) {
		o := b.put("13333333333", time.Hour)
		b.want("requests", b.rest(time.Millisecond*100), "set order:12345 "+firstValue+" until 946688400")
		newest, applied, err := b.orders.Await(b.Context(), o)
		if !applied || err != nil || newest.Sync() != controlplane.Applied {
			b.Errorf("Await = %+v, %v, %v", newest, applied, err)
		}
		b.put("13333333333", time.Hour-100*time.Millisecond) // the same moment, once more
		b.want("a repeated request", b.rest(time.Hour/2), "")
	})
}

func TestRetriesKeepTheEnd(t *testing.T) {
	onBench(t, func(b *bench) {
		b.storage.failNext(fmt.Errorf("value 13333333333 refused"), fmt.Errorf("502: %w", ErrUnclear))
		o := b.put("13333333333", time.Hour)
		set := "set order:12345 " + firstValue + " until 946688400"
		b.want("the first failure", b.rest(500*time.Millisecond), set)
		if got, _ := b.orders.Get(b.Context(), o.Tenant, o.Number); got.Sync() != controlplane.Failing || got.LastError != "value +1...33 refused" {
			b.Errorf("%+v", got)
		}
		b.want("an unclear look is a failure", b.rest(2*time.Second), "get order:12345")
		b.want("looked at, written", b.rest(4*time.Second), "get order:12345; "+set)
		b.want("afterwards", b.rest(10*time.Minute), "")
		if strings.Contains(b.log.String(), "13333333333") {
			b.Error("the log shows a number")
		}
	})
}

func TestAnUnclearWriteThatWasAppliedIsNotRepeated(t *testing.T) {
	onBench(t, func(b *bench) {
		b.storage.put("order:12345", firstValue)
		b.storage.failNext(fmt.Errorf("timeout: %w", ErrUnclear))
		b.put("13333333333", time.Hour)
		b.want("requests", b.rest(10*time.Minute), "set order:12345 "+firstValue+" until 946688400; get order:12345")
	})
}

func TestCloseIsSeenToBeGoneAndCheckedAgain(t *testing.T) {
	onBench(t, func(b *bench) {
		b.put("13333333333", time.Hour)
		b.rest(time.Second / 2)
		if _, err := b.orders.Close(b.Context(), controlplane.DefaultTenant, "12345"); err != nil {
			b.Fatal(err)
		}
		b.want("the close", b.rest(time.Second/2), "del order:12345; get order:12345")
		b.want("nothing for a minute", b.rest(58*time.Second), "")
		b.storage.put("order:12345", firstValue) // a write that comes a minute late
		b.want("the second look", b.rest(3*time.Second), "get order:12345; del order:12345; get order:12345")
		b.want("the third look", b.rest(time.Hour), "get order:12345")
	})
}

func TestAReassignmentIsCheckedAgain(t *testing.T) {
	onBench(t, func(b *bench) {
		b.put("13333333333", time.Hour)
		b.rest(0)
		b.put("13333333344", time.Hour)
		second := `set order:12345 {"v":1,"courier":"12222222222","client":"13333333344","g":2,"x":946688400} until 946688400`
		b.want("the reassignment", b.rest(time.Second/2), second)
		b.want("the second look", b.rest(2*time.Minute), "get order:12345")
	})
}

func TestAnOrderEndsByItself(t *testing.T) {
	onBench(t, func(b *bench) {
		b.put("13333333333", 10*time.Second)
		b.rest(time.Second)
		b.want("the end", b.rest(11*time.Second), "del order:12345; get order:12345")
		o, err := b.orders.Get(b.Context(), controlplane.DefaultTenant, "12345")
		if err != nil || o.State != controlplane.Expired || o.Sync() != controlplane.Applied {
			b.Errorf("%+v, %v", o, err)
		}
		o = b.put("13333333333", time.Hour)
		if o.Generation != 3 || o.ID != "id-002" {
			b.Errorf("the next order under the number is %+v", o)
		}
	})
}

func TestAwaitEndsWithItsContext(t *testing.T) {
	onBench(t, func(b *bench) {
		for range 100 {
			b.storage.failNext(fmt.Errorf("away"))
		}
		o := b.put("13333333333", time.Hour)
		ctx, cancel := context.WithTimeout(b.Context(), 3*time.Second)
		defer cancel()
		newest, applied, err := b.orders.Await(ctx, o)
		if applied || err != nil || newest.Sync() != controlplane.Failing {
			b.Errorf("Await = %+v, %v, %v", newest, applied, err)
		}
	})
}

func TestPaceHalvesAndGrows(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := NewPace(40)
		want := func(rate float64) {
			t.Helper()
			if got := p.PerSecond(); got < rate-0.1 || got > rate+0.1 {
				t.Errorf("pace %.1f, want %.1f", got, rate)
			}
		}
		time.Sleep(time.Minute)
		for range 5 { // limited together, halved once
			p.Observe(ErrLimited)
		}
		want(20)
		time.Sleep(time.Second)
		p.Observe(ErrLimited)
		want(10)
		for range 10 {
			p.Observe(nil)
		}
		want(11)
		for range 1000 {
			p.Observe(nil)
		}
		want(40)
		for range 20 {
			time.Sleep(time.Second)
			p.Observe(ErrLimited)
		}
		want(slowest)
		start := time.Now()
		for range 4 {
			if err := p.Wait(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		if took := time.Since(start); took < 3*time.Second {
			t.Errorf("4 requests at 1 a second took %s", took)
		}
	})
}
