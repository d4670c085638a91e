package voxengine

import (
	"testing"

	"github.com/dop251/goja"
)

// TestLateInterrupt is a watchdog that barks after the turn it watched: the next
// turn must not be bitten.
func TestLateInterrupt(t *testing.T) {
	w := watchdog{vm: goja.New(), limit: 1}
	w.start()
	for len(w.fired) == 0 {
	}
	w.stop()
	if _, err := w.vm.RunString("1"); err != nil {
		t.Errorf("the next turn: %v", err)
	}
}
