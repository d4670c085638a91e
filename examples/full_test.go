//go:build full

package examples_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ringflow/ringflow/runtime-shim/calltest"
	"github.com/ringflow/ringflow/runtime-shim/v8"
)

// TestV8Agrees plays every call of every example a second time with the scripts
// in V8: the traces are the same byte for byte.
func TestV8Agrees(t *testing.T) {
	engine, err := v8.Start(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = engine.Close() }()
	calls, events := 0, 0
	for _, dir := range folders(t) {
		for _, s := range suites(t, dir, nil) {
			for _, c := range s.Cases {
				own, other := play(t, c, calltest.Options{}), play(t, c, calltest.Options{Peer: engine})
				if own.Trace() != other.Trace() {
					t.Errorf("%s: %s\n%s", s.Name, c.Name, cmp.Diff(own.Trace(), other.Trace()))
				}
				calls, events = calls+1, events+len(own.Events)
			}
		}
	}
	t.Logf("%d calls, %d events", calls, events)
}

// TestRestsInManyCalls is TestRestsOfTheWholeLanguage with more patience.
func TestRestsInManyCalls(t *testing.T) { playAnything(t, 100) }
