package voxengine

import (
	"time"

	"github.com/dlclark/regexp2/v2"
	"github.com/dop251/goja"
)

// A backtracking expression cannot be interrupted. It gives up by itself after
// the time of a turn, so that the interrupt that waits by then is heard.
func init() { regexp2.DefaultMatchTimeout = defaultTurn + 100*time.Millisecond }

// watchdog interrupts a turn that takes too much wall-clock time. It is the
// only thing in a session that looks at a real clock.
type watchdog struct {
	vm    *goja.Runtime
	limit time.Duration
	timer *time.Timer
	fired chan struct{}
	on    bool
	// bitten is that bite interrupted this turn.
	bitten bool
}

func (w *watchdog) start() {
	w.on = true
	if w.timer == nil {
		w.fired = make(chan struct{}, 1)
		w.timer = time.AfterFunc(w.limit, func() {
			w.vm.Interrupt("turn")
			w.fired <- struct{}{}
		})
		return
	}
	w.timer.Reset(w.limit)
}

// stop makes sure that a late interrupt does not hit what comes next.
func (w *watchdog) stop() {
	w.on = false
	fired := !w.timer.Stop()
	if fired {
		<-w.fired
	}
	if fired || w.bitten {
		w.bitten = false
		w.vm.ClearInterrupt()
	}
}

// bite interrupts the turn that runs, if one does; stop clears it.
func (w *watchdog) bite() {
	if w.on {
		w.bitten = true
		w.vm.Interrupt("bitten")
	}
}

// outside runs f, a request that leaves the session, without counting its time
// as the script's.
func (w *watchdog) outside(f func()) {
	if !w.on {
		f()
		return
	}
	w.stop()
	f()
	w.start()
}
