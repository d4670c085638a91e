package push

import (
	"sync"

	"github.com/ringflow/ringflow/controlplane"
)

// watchers wakes the requests that wait for something to be applied.
type watchers struct {
	mu   sync.Mutex
	list map[controlplane.Slot]map[chan struct{}]bool
}

// Watch returns a channel that receives after each settlement of a slot, and a
// function that ends it. Several settlements in a row may be received as one.
func (w *watchers) Watch(s controlplane.Slot) (<-chan struct{}, func()) {
	ch := make(chan struct{}, 1)
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.list == nil {
		w.list = map[controlplane.Slot]map[chan struct{}]bool{}
	}
	if w.list[s] == nil {
		w.list[s] = map[chan struct{}]bool{}
	}
	w.list[s][ch] = true
	return ch, func() { w.end(s, ch) }
}

func (w *watchers) end(s controlplane.Slot, ch chan struct{}) {
	w.mu.Lock()
	defer w.mu.Unlock()
	delete(w.list[s], ch)
	if len(w.list[s]) == 0 {
		delete(w.list, s)
	}
}

func (w *watchers) notify(s controlplane.Slot) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for ch := range w.list[s] {
		signal(ch)
	}
}

// signal leaves a token in a channel that holds one.
func signal(ch chan struct{}) {
	select {
	case ch <- struct{}{}:
	default:
	}
}
