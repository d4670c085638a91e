package voxengine

import (
	"slices"

	"github.com/dop251/goja"
)

// emitter is anything with addEventListener: listeners in the order in which
// they were added.
type emitter struct{ listeners []listener }

type listener struct {
	event string
	fn    goja.Value
}

func (e *emitter) add(event string, fn goja.Value, once bool) {
	l := listener{event, fn}
	if once && slices.ContainsFunc(e.listeners, l.same) {
		return
	}
	e.listeners = append(e.listeners, l)
}

// remove takes out one registration of a listener; with a nil fn all of the event.
func (e *emitter) remove(event string, fn goja.Value) {
	if fn == nil {
		e.listeners = slices.DeleteFunc(e.listeners, func(l listener) bool { return l.event == event })
		return
	}
	if i := slices.IndexFunc(e.listeners, (listener{event, fn}).same); i >= 0 {
		e.listeners = slices.Delete(e.listeners, i, i+1)
	}
}

func (l listener) same(other listener) bool {
	return l.event == other.event && l.fn.StrictEquals(other.fn)
}

// of returns a copy of the listeners of an event: those added or removed while
// they run do not change who is called.
func (e *emitter) of(event string) []goja.Value {
	var out []goja.Value
	for _, l := range e.listeners {
		if l.event == event {
			out = append(out, l.fn)
		}
	}
	return out
}

// emit sends an event to an emitter's listeners, in a task of its own: never in
// the turn that caused it. The end of the session takes such tasks away.
func (s *Session) emit(e *emitter, owner int, event string, payload func() *goja.Object) {
	s.queue.add(s.now, owner, func() { s.dispatch(e, event, payload) })
}

// dispatch calls the listeners of an event, each in a turn of its own.
func (s *Session) dispatch(e *emitter, event string, payload func() *goja.Object) {
	listeners := e.of(event)
	if len(listeners) == 0 || s.muted[event] {
		return
	}
	phase, arg := s.phase, s.withoutMuted(event, payload())
	for _, fn := range listeners {
		if !s.call("listener of ", event, fn, arg) || s.phase != phase {
			return
		}
	}
}

// addListener is addEventListener of an emitter named owner in messages.
func (s *Session) addListener(e *emitter, owner string, call goja.FunctionCall) goja.Value {
	event, ok := call.Argument(0).(goja.String)
	if !ok {
		s.note("%s.addEventListener got %s as the event, the listener will never be called", owner, describe(call.Argument(0)))
		return goja.Undefined()
	}
	e.add(event.String(), call.Argument(1), s.obey.listenersOnce)
	return goja.Undefined()
}

// removeListener is removeEventListener: one listener, or without one all of the event.
func (s *Session) removeListener(e *emitter, call goja.FunctionCall) goja.Value {
	var fn goja.Value
	if v := call.Argument(1); !goja.IsUndefined(v) && !goja.IsNull(v) {
		fn = v
	}
	e.remove(text(call.Argument(0)), fn)
	return goja.Undefined()
}
