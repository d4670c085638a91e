package voxengine

import (
	"math"
	"strconv"

	"github.com/dop251/goja"
	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// timer is a setTimeout or setInterval that is still to fire.
type timer struct {
	id    int64
	fn    goja.Value
	every int64 // ms of an interval, 0 for a timeout
	task  *task
}

func setTimeout(s *Session, call goja.FunctionCall) goja.Value {
	return s.startTimer("setTimeout", call.Argument(0), delay(call.Argument(1)), 0)
}

func setInterval(s *Session, call goja.FunctionCall) goja.Value {
	every := max(delay(call.Argument(1)), facts.MinInterval)
	return s.startTimer("setInterval", call.Argument(0), every, every)
}

func clearTimer(s *Session, call goja.FunctionCall) goja.Value {
	if t := s.timers[call.Argument(0).ToInteger()]; t != nil {
		s.queue.cancel(t.task)
		delete(s.timers, t.id)
	}
	return goja.Undefined()
}

// delay reads ms as other engines do: what is no number is 0, and nothing is
// longer than 31 bits.
func delay(v goja.Value) int64 {
	return min(max(v.ToInteger(), 0), math.MaxInt32)
}

func (s *Session) startTimer(name string, fn goja.Value, after, every int64) goja.Value {
	if _, ok := goja.AssertFunction(fn); !ok {
		panic(s.newTypeError("%s needs a function, it got %s", name, describe(fn)))
	}
	if s.phase != phaseRunning {
		s.note("%s has no effect, the session ends", name)
		return s.vm.ToValue(0)
	}
	s.lastTimer++
	t := &timer{id: s.lastTimer, fn: fn, every: every}
	if len(s.timers) >= facts.MaxTimers {
		if s.obey.timersIgnored {
			s.note("%s has no effect, %d timers are active", name, facts.MaxTimers)
			return s.vm.ToValue(t.id)
		}
		panic(s.newError("%s: %d timers are active, the platform allows no more; clear those that are not needed", name, facts.MaxTimers))
	}
	s.timers[t.id] = t
	t.task = s.queue.add(s.now+after, ownerTimers, func() { s.fire(t) })
	return s.vm.ToValue(t.id)
}

func (s *Session) fire(t *timer) {
	s.trace(Event{Kind: KindTimer, ID: strconv.FormatInt(t.id, 10)})
	if t.every > 0 {
		t.task = s.queue.add(s.now+t.every, ownerTimers, func() { s.fire(t) })
	} else {
		delete(s.timers, t.id)
	}
	s.call("timer", "", t.fn)
}
