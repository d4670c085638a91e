package sqlite

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"

	"go.uber.org/goleak"

	"github.com/ringflow/ringflow/controlplane"
	"github.com/ringflow/ringflow/controlplane/seal"
	"github.com/ringflow/ringflow/controlplane/store/storetest"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func keyring(t testing.TB, key string) *seal.Keyring {
	t.Helper()
	ring, err := seal.Parse(key)
	if err != nil {
		t.Fatal(err)
	}
	return ring
}

func open(t testing.TB, opt Options) *Store {
	t.Helper()
	s, err := Open(t.Context(), opt)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

func TestSuite(t *testing.T) {
	storetest.Run(t, func(t *testing.T) storetest.Store {
		return open(t, Options{Path: filepath.Join(t.TempDir(), "a b?c.db"), Keys: keyring(t, seal.NewKey())})
	})
}

func order(number string) controlplane.Order {
	return controlplane.Order{
		ID: "id-" + number, Tenant: "t", Number: number, State: controlplane.Active,
		Courier: controlplane.NewPhone("12222222222"), Client: controlplane.NewPhone("13333333333"),
	}
}

func put(s *Store, number string) error {
	_, _, err := s.ChangeOrder(context.Background(), "t", number, func(*controlplane.Order) *controlplane.Order { o := order(number); return &o })
	return err
}

func TestNoNumberInAnyByteOfTheFiles(t *testing.T) {
	dir, key := t.TempDir(), seal.NewKey()
	s := open(t, Options{Path: filepath.Join(dir, "r.db"), Keys: keyring(t, key)})
	if err := put(s, "12345"); err != nil {
		t.Fatal(err)
	}
	if _, _, err := s.AddCall(t.Context(), controlplane.Call{ID: "s-1", Tenant: "t", Fields: []controlplane.Field{{Name: "call_record", Value: "https://example.com/canary"}}}); err != nil {
		t.Fatal(err)
	}
	search := func() (number, call, control bool) {
		files, err := filepath.Glob(filepath.Join(dir, "*"))
		if err != nil || len(files) < 2 {
			t.Fatalf("files %v, %v", files, err)
		}
		for _, f := range files {
			raw, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			number = number || bytes.Contains(raw, []byte("2222222")) || bytes.Contains(raw, []byte("3333333"))
			call = call || bytes.Contains(raw, []byte("canary"))
			control = control || bytes.Contains(raw, []byte("id-12345"))
		}
		return number, call, control
	}
	for _, when := range []string{"open, with its log", "closed"} {
		if number, call, control := search(); number || call || !control {
			t.Errorf("%s: number %v, call %v; the search itself works: %v", when, number, call, control)
		}
		_ = s.Close()
	}
	if _, err := Open(t.Context(), Options{Path: filepath.Join(dir, "r.db"), Keys: keyring(t, seal.NewKey())}); !errors.Is(err, seal.ErrUnreadable) {
		t.Errorf("another key: %v", err)
	}
}

func TestOneProcessOwnsTheFile(t *testing.T) {
	opt := Options{Path: filepath.Join(t.TempDir(), "r.db"), Keys: keyring(t, seal.NewKey())}
	first := open(t, opt)
	if _, err := Open(t.Context(), opt); err == nil || !strings.Contains(err.Error(), "another process uses the database") {
		t.Errorf("second Open: %v", err)
	}
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	open(t, opt)
}

func TestAFailingJobHarmsNoOther(t *testing.T) {
	s := open(t, Options{Path: filepath.Join(t.TempDir(), "r.db"), Keys: keyring(t, seal.NewKey())})
	var group sync.WaitGroup
	for i := range 200 {
		number := strings.Repeat("1", i+1)
		group.Go(func() {
			if i%3 != 0 {
				if err := put(s, number); err != nil {
					t.Errorf("put: %v", err)
				}
				return
			}
			o := order(number)
			o.State = "unheard of"
			_, _, err := s.ChangeOrder(context.Background(), "t", number, func(*controlplane.Order) *controlplane.Order { return &o })
			if err == nil || !strings.Contains(err.Error(), "CHECK") {
				t.Errorf("the table took an unknown state: %v", err)
			}
		})
	}
	group.Wait()
	for i := range 200 {
		o, err := s.Order(t.Context(), "t", strings.Repeat("1", i+1))
		if err != nil || (o != nil) != (i%3 != 0) {
			t.Fatalf("order %d: %v, %v", i, o, err)
		}
	}
}

func TestAfterCloseEveryWriteFails(t *testing.T) {
	s := open(t, Options{Path: filepath.Join(t.TempDir(), "r.db"), Keys: keyring(t, seal.NewKey())})
	_ = s.Close()
	if err := put(s, "1"); !errors.Is(err, errClosed) {
		t.Errorf("put: %v", err)
	}
}

// BenchmarkPut has 64 clients, so that group commit shows.
func BenchmarkPut(b *testing.B) {
	s := open(b, Options{Path: filepath.Join(b.TempDir(), "r.db"), Keys: keyring(b, seal.NewKey())})
	b.SetParallelism(32)
	var mu sync.Mutex
	n := 0
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			mu.Lock()
			n++
			number := strconv.Itoa(n)
			mu.Unlock()
			if err := put(s, number); err != nil {
				b.Error(err)
			}
		}
	})
}
